// Golden Thread: the one script of ours. Every page works without it. It saves as you type, counts
// letters and words, has weak words looked at, and lets a long list be searched. It calls nobody but the server the page came from.

import { initAll } from "./vendor/govuk-frontend-6.3.0/govuk-frontend.min.js";

const KEPT = "golden-thread:";      // where words that could not be saved wait in the browser
const SENT = "golden-thread-sent";
const KEEP_FOR = 2 * 24 * 60 * 60 * 1000; // milliseconds: until the day after tomorrow
const PAUSE = 1500;                 // milliseconds of quiet before typed words are saved

// Keeping: words the server has not got wait in this browser, and are offered again when the page is next
// opened. A form sent after the session ended, a train in a tunnel: nothing typed is lost.

class Keeping {
  constructor(form) {
    this.form = form;
    this.place = KEPT + (form.dataset.saveTo || form.getAttribute("action"));
    this.offer();
    form.addEventListener("submit", () => { this.keep(); sessionStorage.setItem(SENT, this.place); });
  }

  keep() {
    try {
      localStorage.setItem(this.place, JSON.stringify({ at: Date.now(), words: written(this.form) }));
    } catch { /* a full or forbidden store: the page itself still holds the words */ }
  }

  drop() {
    localStorage.removeItem(this.place);
  }

  offer() {
    let kept;
    try { kept = JSON.parse(localStorage.getItem(this.place)); } catch { kept = null; }
    if (!kept || Date.now() - kept.at > KEEP_FOR || kept.words === written(this.form)) {
      this.drop();
      return;
    }
    const offer = document.createElement("section");
    offer.className = "gt-restore";
    offer.setAttribute("aria-label", "Words kept on this device");
    const when = new Date(kept.at).toLocaleString("en-GB", { weekday: "short", day: "numeric", month: "long", hour: "2-digit", minute: "2-digit" });
    offer.append(paragraph(`This device has words you typed here on ${when} that were not saved.`));
    offer.append(button("Put them back", () => { restore(this.form, kept.words); offer.remove(); }), " ");
    offer.append(button("Throw them away", () => { this.drop(); offer.remove(); }));
    this.form.before(offer);
  }
}

// The page that follows a form says how it went: any page but the form itself or the sign-in page means it was taken,
// and so does the form itself under words that say so.

function tidy() {
  const place = sessionStorage.getItem(SENT);
  if (!place || location.pathname.startsWith("/sign-in")) return;
  sessionStorage.removeItem(SENT);
  const here = [...document.forms].some((form) => KEPT + (form.dataset.saveTo || form.getAttribute("action")) === place);
  if (!here || document.querySelector(".gt-said")) localStorage.removeItem(place);
}

// Saving as you type: a form with data-save-to is sent there whole, after a moment of quiet.

class Saving {
  constructor(form, keeping) {
    this.form = form;
    this.keeping = keeping;
    this.line = form.querySelector("[data-saved]") || form.insertBefore(statusLine(), form.querySelector(".govuk-button-group"));
    this.before = written(form);
    this.stopped = false;
    form.addEventListener("input", () => this.later());
    form.addEventListener("change", () => this.later());
    form.addEventListener("submit", () => { this.stopped = true; clearTimeout(this.timer); });
    addEventListener("online", () => this.later());
    document.addEventListener("visibilitychange", () => { if (document.hidden) this.now(); });
  }

  later() {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.now(), PAUSE);
  }

  async now() {
    clearTimeout(this.timer);
    const words = written(this.form);
    if (this.stopped || this.busy || words === this.before) return;
    this.busy = true;
    try {
      await this.send(words);
    } catch {
      this.keeping.keep();
      this.say("Not saved yet: no connection. Your words are kept on this device, and we will try again.", "lost");
      this.timer = setTimeout(() => this.now(), 10 * PAUSE);
    } finally {
      this.busy = false;
    }
    if (this.before === words && written(this.form) !== words) this.later();
  }

  async send(words) {
    const answer = await fetch(this.form.dataset.saveTo, {
      method: "POST", body: withoutFiles(this.form), credentials: "same-origin", redirect: "manual",
      headers: { Accept: "application/json", "X-Saving": "draft" },
    });
    const said = answer.headers.get("Content-Type")?.includes("json") ? await answer.json() : {};
    if (answer.ok && said.saved) {
      this.before = words;
      this.keeping.drop();
      const version = this.form.querySelector('input[name$="version"]');
      if (version && said.version !== undefined) version.value = said.version;
      this.say(`Saved ${said.saved}`, "said");
    } else {
      this.keeping.keep();
      this.stopped = answer.status === 409;
      this.say(said.sentence || "Not saved yet: you may have been signed out. Your words are kept on this device.", "lost");
    }
  }

  say(words, kind) {
    this.line.textContent = words;
    this.line.className = `gt-saved gt-saved--${kind}`;
  }
}

function statusLine() {
  const line = paragraph("");
  line.className = "gt-saved";
  line.setAttribute("role", "status");
  return line;
}

function paragraph(words) {
  const made = document.createElement("p");
  made.className = "govuk-body";
  made.textContent = words;
  return made;
}

function button(words, press) {
  const made = document.createElement("button");
  made.type = "button";
  made.className = "govuk-button govuk-button--secondary govuk-!-margin-bottom-0";
  made.textContent = words;
  made.addEventListener("click", press);
  return made;
}

function withoutFiles(form) {
  const sent = new FormData(form);
  form.querySelectorAll('input[type="file"]').forEach((box) => sent.delete(box.name));
  return sent;
}

// What a person has typed and chosen, as text: no hidden boxes, no passwords, no files.
function written(form) {
  const boxes = [...form.elements].filter((box) => box.name && !["hidden", "password", "file", "submit", "button"].includes(box.type));
  return JSON.stringify(boxes.map((box) => [box.name, ["checkbox", "radio"].includes(box.type) ? [box.value, box.checked] : box.value]));
}

function restore(form, words) {
  for (const [name, value] of JSON.parse(words)) {
    for (const box of form.querySelectorAll(`[name="${CSS.escape(name)}"]`)) {
      if (!Array.isArray(value)) box.value = value;
      else if (box.value === value[0]) box.checked = value[1];
      box.dispatchEvent(new Event("input", { bubbles: true }));
    }
  }
}

// Counting: how much can still be written. Said aloud only after a pause, and only when it is near the end.

function count(group) {
  const box = document.getElementById(group.dataset.count);
  const line = document.getElementById(`${group.dataset.count}-limit`);
  if (!box || !line) return;
  const [most, unit] = group.dataset.mostWords ? [+group.dataset.mostWords, "word"] : [+group.dataset.mostCharacters, "character"];
  const aloud = document.createElement("div");
  aloud.className = "govuk-visually-hidden";
  aloud.setAttribute("aria-live", "polite");
  line.after(aloud);
  let timer;
  const show = () => {
    const text = box.value.trim();
    const used = unit === "word" ? (text ? text.split(/\s+/).length : 0) : [...text.normalize("NFC")].length;
    const left = most - used;
    const said = `${Math.abs(left).toLocaleString("en-GB")} ${unit}${Math.abs(left) === 1 ? "" : "s"}`;
    line.textContent = used === 0 ? line.dataset.start : left < 0 ? `${said} too many` : `${said} left`;
    line.classList.toggle("gt-count--over", left < 0);
    clearTimeout(timer);
    if (left < most / 10) timer = setTimeout(() => { aloud.textContent = line.textContent; }, 1000);
  };
  line.dataset.start = line.textContent;
  box.addEventListener("input", show);
  show();
}

// Searching: a long list becomes a box that filters as you type. The list itself is what is sent.

function search(lists) {
  if (!lists.length) return;
  const style = document.createElement("link");
  style.rel = "stylesheet";
  style.href = new URL("./vendor/accessible-autocomplete-3.0.1/accessible-autocomplete.min.css", import.meta.url);
  const script = document.createElement("script");
  script.src = new URL("./vendor/accessible-autocomplete-3.0.1/accessible-autocomplete.min.js", import.meta.url);
  script.addEventListener("load", () => lists.forEach((list) => {
    const described = list.getAttribute("aria-describedby");
    window.accessibleAutocomplete.enhanceSelectElement({
      selectElement: list, defaultValue: list.value ? list.selectedOptions[0].text : "", showAllValues: true, preserveNullOptions: false,
      tNoResults: () => "Nothing found", dropdownArrow: () => "", inputClasses: "", menuAttributes: {},
      tAssistiveHint: () => "Type to search the list. Use the up and down arrows to choose, and Enter to pick.",
    });
    const box = list.parentElement.querySelector(".autocomplete__input");
    if (box && described) box.setAttribute("aria-describedby", `${described} ${box.getAttribute("aria-describedby") || ""}`.trim());
    box?.addEventListener("input", () => { if (!box.value.trim()) list.value = ""; });
  }));
  document.head.append(style, script);
}

// Revealing: the boxes under a choice show while it is chosen. GOV.UK's own way puts aria-expanded on radio
// buttons, which ARIA does not allow; the boxes come next in the page, so a screen reader meets them anyway.

function reveal(choice) {
  const more = document.getElementById(choice.dataset.reveals);
  const hidden = `govuk-${choice.type === "radio" ? "radios" : "checkboxes"}__conditional--hidden`;
  const show = () => more.classList.toggle(hidden, !choice.checked);
  choice.form.addEventListener("change", show);
  show();
}

// Looking: the server reads a box as it is typed and draws what is weak in it under the box. Nothing is kept there.

class Looking {
  constructor(place) {
    this.place = place;
    this.form = place.closest("form");
    this.box = this.form.elements[place.dataset.looked];
    [this.said, this.found] = place.children;
    this.form.addEventListener("input", () => this.later());
    this.form.addEventListener("change", () => this.later());
    place.addEventListener("click", (event) => this.put(event));
    this.seen = written(this.form);
  }

  later() {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.now(), PAUSE / 2);
  }

  async now() {
    const words = written(this.form);
    if (words === this.seen) return;
    this.seen = words;
    const sent = withoutFiles(this.form);
    sent.set("look", this.place.dataset.looked);
    sent.set("line", this.place.dataset.line);
    let answer;
    try { answer = await fetch(this.place.dataset.lookAt, { method: "POST", body: sent, credentials: "same-origin", redirect: "manual" }); } catch { return; }
    if (!answer.ok || words !== written(this.form)) return;
    const [said, found] = new DOMParser().parseFromString(await answer.text(), "text/html").body.children;
    if (this.said.textContent !== said.textContent) this.said.textContent = said.textContent;
    if (!this.found.contains(document.activeElement)) this.found.replaceChildren(...found.childNodes);
  }

  put(event) {
    const pressed = event.target.closest("[data-put]");
    if (!pressed) return;
    event.preventDefault();
    const before = this.box.value.slice(0, +pressed.dataset.at).trimEnd();
    const better = pressed.dataset.pattern;
    const first = before ? before.length + 1 : 0;
    this.box.value = `${before}${before ? " " : ""}${better}${this.box.value.slice(+pressed.dataset.to)}`;
    const gap = better.match(/\[[^\]]*\]/);
    this.box.focus();
    this.box.setSelectionRange(first + (gap ? gap.index : 0), first + (gap ? gap.index + gap[0].length : better.length));
    this.box.dispatchEvent(new Event("input", { bubbles: true }));
  }
}

// Signing out forgets what this browser kept: the next person at this computer is somebody else.

function forget() {
  Object.keys(localStorage).filter((name) => name.startsWith(KEPT)).forEach((name) => localStorage.removeItem(name));
}

initAll();
tidy();
for (const form of document.querySelectorAll("form")) {
  if (!form.dataset.saveTo && !form.querySelector("textarea")) continue;
  const keeping = new Keeping(form);
  if (form.dataset.saveTo) new Saving(form, keeping);
}
document.querySelectorAll("[data-looked]").forEach((place) => new Looking(place));
document.querySelectorAll("[data-count]").forEach(count);
document.querySelectorAll("[data-reveals]").forEach(reveal);
search([...document.querySelectorAll("select[data-search]")]);
document.querySelectorAll('form[action="/sign-out"]').forEach((form) => form.addEventListener("submit", forget));
