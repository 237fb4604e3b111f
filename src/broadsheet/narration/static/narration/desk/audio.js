// Keeps what is told of a story's audio right while it is made, and does what its buttons say without leaving the form.
(() => {
  const EVERY = 2_000; // ms between two looks
  const LOST_AFTER = 3; // looks without an answer
  const BY_SCRIPT = { "X-Requested-With": "XMLHttpRequest" };

  class StoryAudio {
    constructor(place) {
      this.place = place;
      [this.inside, this.live, this.lost] = ["inside", "live", "lost"].map((name) => place.querySelector(`[data-${name}]`));
      this.unanswered = 0;
      place.dataset.ready = "";
      place.addEventListener("click", (event) => this.#press(event));
      document.addEventListener("visibilitychange", () => this.#wait(0));
      this.#wait();
    }

    get #isUnderWay() {
      return this.inside.querySelector("[data-under-way]") !== null;
    }

    // One look is waited for at a time, and none while nobody sees the page or nothing changes by itself.
    #wait(pause = EVERY) {
      clearTimeout(this.timer);
      if (this.#isUnderWay && !document.hidden) this.timer = setTimeout(() => this.#look(), pause);
    }

    async #look() {
      try {
        const answer = await fetch(this.place.dataset.progress, { headers: BY_SCRIPT });
        if (!answer.ok || answer.redirected) throw new Error(answer.status);
        await this.#show(await answer.json());
        this.unanswered = 0;
      } catch {
        this.unanswered += 1;
      }
      this.lost.hidden = this.unanswered < LOST_AFTER;
      this.#wait();
    }

    async #show({ phase, heading, words, percent }) {
      const standing = this.inside.firstElementChild;
      if (phase !== standing.dataset.phase) return this.#isListenedTo ? undefined : this.#renew(heading);
      standing.querySelector("[data-heading]").textContent = heading;
      standing.querySelector("[data-words]")?.replaceChildren(words);
      const bar = standing.querySelector("progress");
      if (bar && percent !== null) bar.value = percent;
      return undefined;
    }

    get #isListenedTo() {
      return [...this.inside.querySelectorAll("audio")].some((audio) => !audio.paused);
    }

    async #renew(said) {
      const answer = await fetch(`${this.place.dataset.audio}${this.#isInForm ? "?in_form=1" : ""}`, { headers: BY_SCRIPT });
      if (!answer.ok) throw new Error(answer.status);
      this.#put(await answer.text(), said);
    }

    get #isInForm() {
      return "inForm" in this.place.dataset;
    }

    #put(html, said) {
      const hadFocus = this.inside.contains(document.activeElement);
      this.inside.innerHTML = html;
      this.live.textContent = said;
      if (hadFocus) this.inside.querySelector("[data-heading]").focus();
    }

    async #press(event) {
      const button = event.target.closest("[data-act]");
      if (!button) return;
      button.disabled = true;
      const { act, name, value } = button.dataset;
      const body = new URLSearchParams({ in_form: "1", ...(name && { [name]: value }) });
      const token = document.querySelector("[name=csrfmiddlewaretoken]").value;
      try {
        const answer = await fetch(act, { method: "POST", body, headers: { ...BY_SCRIPT, "X-CSRFToken": token } });
        if (!answer.ok && answer.status !== 422) throw new Error(answer.status);
        this.#put(await answer.text(), "");
        this.live.textContent = this.inside.querySelector("[data-said]")?.textContent ?? "";
        this.#wait();
      } catch {
        button.disabled = false;
        this.lost.hidden = false;
      }
    }
  }

  document.querySelectorAll("[data-audio]").forEach((place) => new StoryAudio(place));
})();
