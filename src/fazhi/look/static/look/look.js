/* Small behaviours of every page; all of them are comforts, each page works without. */
"use strict";

/* A menu closes when one clicks elsewhere or presses Escape. */
document.addEventListener("click", (event) => {
  for (const open of document.querySelectorAll("details[data-menu][open]")) {
    if (!open.contains(event.target)) open.removeAttribute("open");
  }
});
document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  for (const open of document.querySelectorAll("details[data-menu][open]")) {
    open.removeAttribute("open");
    open.querySelector("summary").focus();
  }
});

/* A long task says that it runs, counts the seconds, and cannot be sent twice. */
document.addEventListener("submit", (event) => {
  const form = event.target;
  if (form.dataset.sent) {
    event.preventDefault();
    return;
  }
  if (form.method === "post" && !form.hasAttribute("hx-post")) form.dataset.sent = "yes";
  const waiting = form.querySelector("[data-waiting]");
  if (!waiting) return;
  waiting.hidden = false;
  const clock = waiting.querySelector("[data-seconds]");
  const begun = Date.now();
  setInterval(() => {
    clock.textContent = String(Math.round((Date.now() - begun) / 1000));
  }, 1000);
});
window.addEventListener("pageshow", () => {
  for (const form of document.querySelectorAll("form[data-sent]")) delete form.dataset.sent;
});

/* The first wrong field of a returned form is where the person goes on. */
const wrong = document.querySelector(".entry-wrong input, .entry-wrong select, .entry-wrong textarea");
if (wrong) wrong.focus();

/* [data-print] prints; [data-back] goes back. */
document.addEventListener("click", (event) => {
  const button = event.target.closest("[data-print]");
  if (button) window.print();
});

/* A table wider than its frame can be scrolled from the keyboard. */
for (const frame of document.querySelectorAll(".scroll")) {
  if (frame.scrollWidth > frame.clientWidth && !frame.querySelector("a, button, input, select")) frame.tabIndex = 0;
}
