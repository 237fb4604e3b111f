// Sends sign-up forms without leaving the page. Without this file the same forms answer with a page.

const LEAST_WAIT = 1_600; // ms; what was sent faster is taken for a robot's
const ADDRESS = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;
const ASCII = /^[\x20-\x7e]*$/;

const shownAt = performance.now();

class SignUp {
  constructor(form) {
    this.form = form;
    this.words = form.dataset;
    this.address = form.elements.address;
    this.fields = form.querySelector("[data-sign-up-fields]");
    this.answer = form.querySelector("[data-sign-up-answer]");
    // Its messages stand here, where they can be read again, and not in bubbles.
    form.noValidate = true;
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.send();
    });
    form.addEventListener("input", ({ target }) => this.#clear(target === this.address ? "address" : "newsletters"));
  }

  async send(insist = "") {
    if (this.isBusy) return;
    const problem = this.#problem();
    if (problem) return this.#refuse(problem);
    this.#setBusy(true);
    const answer = await this.#post(insist).catch(() => ({ words: this.words.away }));
    this.#setBusy(false);
    if (answer.status === 200) this.#thank(answer);
    else this.#refuse(answer);
  }

  // What the browser itself sees wrong; a name outside ASCII is right, and only the server knows it.
  #problem() {
    const choices = [...this.form.querySelectorAll("[type=checkbox]")];
    if (choices.length && !choices.some(({ checked }) => checked)) return { field: "newsletters", words: this.words.none };
    const typed = this.address.value.trim();
    if (!typed) return { field: "address", words: this.words.missing };
    const isWrong = !ADDRESS.test(typed) || (ASCII.test(typed) && this.address.validity.typeMismatch);
    return isWrong ? { field: "address", words: this.words.wrong } : null;
  }

  async #post(insist) {
    const body = new URLSearchParams(new FormData(this.form));
    if (insist) body.set("insist", insist);
    await new Promise((go) => setTimeout(go, shownAt + LEAST_WAIT - performance.now()));
    body.set("waited", Math.round(performance.now() - shownAt));
    const answer = await fetch(this.form.action, { method: "POST", body, headers: { Accept: "application/json" } });
    return answer.json();
  }

  #thank({ title, words }) {
    this.#clear("address");
    this.answer.replaceChildren(element("strong", title), element("p", words));
    this.fields.hidden = true;
    this.answer.focus({ preventScroll: true });
  }

  #refuse({ field, words, suggestion }) {
    const place = this.#place(field || "address");
    place.replaceChildren(element("p", words));
    if (field === "address") this.address.setAttribute("aria-invalid", "true");
    if (suggestion) place.append(this.#offer(suggestion));
    const first = field === "newsletters" ? "[type=checkbox]" : "[name=address]";
    (place.querySelector("button") ?? this.form.querySelector(first)).focus();
  }

  #offer(suggestion) {
    const typed = this.address.value.trim();
    const acts = element("div", "", "sign-up__acts");
    acts.append(
      button(`Yes, ${suggestion}`, "button", () => {
        this.address.value = suggestion;
        this.send();
      }),
      button(`No, ${typed} is right`, "button button--quiet", () => this.send(typed)),
    );
    return acts;
  }

  #place(field) {
    return this.form.querySelector(`[data-sign-up-wrong="${field}"]`);
  }

  #clear(field) {
    this.#place(field)?.replaceChildren();
    if (field === "address") this.address.removeAttribute("aria-invalid");
  }

  #setBusy(isBusy) {
    this.isBusy = isBusy;
    this.form.setAttribute("aria-busy", isBusy);
    this.answer.textContent = isBusy ? "Sending…" : "";
  }
}

function element(name, words, className = "") {
  const made = document.createElement(name);
  made.textContent = words;
  made.className = className;
  return made;
}

function button(words, className, act) {
  const made = element("button", words, className);
  made.type = "button";
  made.addEventListener("click", act);
  return made;
}

// From a disk nobody answers.
if (location.protocol !== "file:") document.querySelectorAll("form[data-sign-up]").forEach((form) => new SignUp(form));
