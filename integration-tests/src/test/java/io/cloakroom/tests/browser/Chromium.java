package io.cloakroom.tests.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.openqa.selenium.Alert;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.WebDriverWait;

/** A real browser with a fresh profile, for what needs scripts, passkeys or eyes. */
public final class Chromium implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final String[] FLAGS = {
        "--headless=new",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-dev-shm-usage",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--lang=en"
    };

    private final ChromeDriver driver;
    private final Thread lastExit = new Thread(this::quit, "stop-chromium");

    private Chromium(ChromeDriver driver) {
        this.driver = driver;
        Runtime.getRuntime().addShutdownHook(lastExit);
    }

    /** Opens a browser; skips the test where none is installed, unless {@link ChromiumBinaries} says that one must be. */
    public static Chromium open() {
        ChromiumBinaries binaries = ChromiumBinaries.find();
        // Both paths are given, so that Selenium has nothing to look for or to download.
        ChromeOptions options = new ChromeOptions();
        options.setBinary(binaries.browser().toFile());
        options.addArguments(FLAGS);
        ChromeDriverService service = new ChromeDriverService.Builder()
                .usingDriverExecutable(binaries.driver().toFile())
                .withSilent(true)
                .build();
        return new Chromium(new ChromeDriver(service, options));
    }

    /** Skips the test where no browser is installed, as {@link #open()} does, and opens none. */
    public static void require() {
        ChromiumBinaries.find();
    }

    /** For what has no verb here, such as the virtual authenticator. */
    public ChromeDriver driver() {
        return driver;
    }

    public Chromium go(URI uri) {
        driver.get(uri.toString());
        return this;
    }

    public Chromium type(String field, String text) {
        WebElement input = await("input[name=" + field + "]");
        input.clear();
        input.sendKeys(text);
        return this;
    }

    public Chromium press(String selector) {
        await(selector).click();
        return this;
    }

    /** Types that into the prompt which a script shows, as soon as it does, and accepts it. */
    public Chromium answerPrompt(String text) {
        Alert prompt = waiting().until(ExpectedConditions.alertIsPresent());
        prompt.sendKeys(text);
        prompt.accept();
        return this;
    }

    /** From now on this is a browser that has never been anywhere. */
    public Chromium forgetCookies() {
        driver.executeCdpCommand("Network.clearBrowserCookies", Map.of());
        return this;
    }

    /** From now on it fetches everything anew; what one page has needed counts for no other. */
    public Chromium withoutCache() {
        driver.executeCdpCommand("Network.enable", Map.of());
        driver.executeCdpCommand("Network.setCacheDisabled", Map.of("cacheDisabled", true));
        return this;
    }

    /** From now on that many bytes a second reach it, so that a page comes up in pieces. What it has kept need not come again. */
    public Chromium onSlowLine(int bytesPerSecond) {
        driver.executeCdpCommand("Network.enable", Map.of());
        driver.executeCdpCommand(
                "Network.emulateNetworkConditions",
                Map.of(
                        "offline",
                        false,
                        "latency",
                        0,
                        "downloadThroughput",
                        bytesPerSecond,
                        "uploadThroughput",
                        bytesPerSecond));
        return this;
    }

    /** From now on it is in the network of that IP address, as far as a server can tell that trusts its proxy. */
    public Chromium at(String address) {
        driver.executeCdpCommand("Network.enable", Map.of());
        driver.executeCdpCommand("Network.setExtraHTTPHeaders", Map.of("headers", Map.of("X-Forwarded-For", address)));
        return this;
    }

    /** From now on it asks for pages in that language, and does not say that nobody sees its window. */
    public Chromium speaking(String language) {
        String name = String.valueOf(driver.executeScript("return navigator.userAgent"));
        driver.executeCdpCommand(
                "Emulation.setUserAgentOverride",
                Map.of("userAgent", name.replace("HeadlessChrome", "Chrome"), "acceptLanguage", language));
        return this;
    }

    /** From now on pages are shown on that. */
    public Chromium on(Display display) {
        display.applyTo(driver);
        return this;
    }

    /** Presses those keys, wherever the focus is, as somebody does who has no mouse. */
    public Chromium keys(CharSequence... keys) {
        new Actions(driver).sendKeys(keys).perform();
        return this;
    }

    /** Goes back to where the focus came from. */
    public Chromium tabBack() {
        new Actions(driver)
                .keyDown(Keys.SHIFT)
                .sendKeys(Keys.TAB)
                .keyUp(Keys.SHIFT)
                .perform();
        return this;
    }

    /** From now on this is a browser that has never heard of passkeys. */
    public Chromium forgetPasskeys() {
        driver.executeCdpCommand(
                "Page.addScriptToEvaluateOnNewDocument", Map.of("source", "delete window.PublicKeyCredential"));
        return this;
    }

    /** The first visible element for that selector, as soon as there is one. */
    public WebElement await(String selector) {
        return waiting().until(ExpectedConditions.visibilityOfElementLocated(By.cssSelector(selector)));
    }

    /** Where the browser was sent, as soon as that starts with the given address. Nobody need listen there. */
    public URI awaitArrivalAt(URI address) {
        waiting().until(ExpectedConditions.urlContains(address.toString()));
        return URI.create(driver.getCurrentUrl());
    }

    /** Keeps the page as a picture under {@code target/screenshots}. */
    public Path screenshot(String name, Look look) {
        Path folder = Path.of(System.getProperty("cloakroom.target", "target"), "screenshots");
        look.applyTo(driver);
        try {
            Files.createDirectories(folder);
            Path file = folder.resolve(name + "-" + look.label() + ".png");
            return Files.write(file, driver.getScreenshotAs(OutputType.BYTES));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        Runtime.getRuntime().removeShutdownHook(lastExit);
        quit();
    }

    private void quit() {
        driver.quit();
    }

    private WebDriverWait waiting() {
        return new WebDriverWait(driver, PATIENCE);
    }
}
