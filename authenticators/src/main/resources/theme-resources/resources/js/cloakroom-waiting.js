// The clocks on the page run without this script. It says once, to those who don't see them, what has changed.
const opened = Date.now();
const news = document.getElementById("cloakroom-news");
const dead = document.getElementById("cloakroom-dead");
const wait = document.getElementById("cloakroom-wait");

// A device that has slept wakes up late: then the clocks are set right, and what is due is done.
function after({ dataset }, act) {
  const due = opened + dataset.seconds * 1000;
  const timer = setInterval(look, 1000);
  document.addEventListener("visibilitychange", look);
  function look() {
    if (Date.now() >= due) {
      clearInterval(timer);
      document.removeEventListener("visibilitychange", look);
      act();
    }
  }
}

document.addEventListener("visibilitychange", () => {
  for (const clock of document.getAnimations()) {
    if (clock.animationName?.startsWith("cloakroom-wait-")) {
      clock.currentTime = Date.now() - opened;
    }
  }
});

// The number that is drawn is not read out; the one that is read is not drawn. A clock's is told in minutes.
for (const clock of document.querySelectorAll(".cloakroom-countdown")) {
  const spoken = clock.querySelector("span");
  const unit = clock.matches(".cloakroom-clock") ? 60 : 1;
  setInterval(() => {
    const left = Math.ceil((opened + clock.dataset.seconds * 1000 - Date.now()) / 1000 / unit);
    const text = String(Math.max(0, left));
    if (spoken.textContent !== text) {
      spoken.textContent = text;
    }
  }, 1000);
}

if (wait) {
  after(wait, () => {
    news.textContent = news.dataset.resendable;
  });
}

// What was typed stays; only the main action is another one now.
if (dead?.dataset.seconds > 0) {
  after(dead, () => {
    const verify = document.getElementById("cloakroom-verify");
    const resend = document.getElementById("cloakroom-resend");
    news.textContent = dead.textContent;
    if (verify) {
      const { className } = verify;
      verify.className = resend.className.replace("cloakroom-after", "");
      resend.className = `${className} cloakroom-after`;
    }
  });
}
