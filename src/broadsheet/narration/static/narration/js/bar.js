// While the reader reads on, the player stays at the bottom of the screen.

export class Bar {
  constructor(element, playback) {
    this.element = element;
    this.playback = playback;
    this.isClosed = false;
    this.isAway = false;
    new IntersectionObserver(([{ isIntersecting }]) => {
      this.isAway = !isIntersecting;
      this.#show();
    }).observe(element);
    playback.on("play", () => {
      this.isClosed = false;
      this.#show();
    });
    playback.on("ended", () => this.#show());
  }

  close() {
    this.isClosed = true;
    this.#show();
  }

  #show() {
    const { element, playback } = this;
    const isBar = this.isAway && !this.isClosed && playback.hasBegun && !playback.audio.ended;
    if (isBar === element.classList.contains("player--bar")) return;
    // Its place in the page stays as high as it was: nothing jumps.
    element.style.minBlockSize = isBar ? `${element.offsetHeight}px` : "";
    element.classList.toggle("player--bar", isBar);
  }
}
