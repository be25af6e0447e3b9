/** Puts a round button and a wave in place of the browser's own controls, which stay where there is no script. The slider over the wave is the keyboard's. */
class AudioPlayer extends HTMLElement {
  connectedCallback() {
    const audio = this.querySelector('audio');
    const button = this.querySelector<HTMLButtonElement>('.audio-play');
    const slider = this.querySelector<HTMLInputElement>('input[type=range]');
    if (!audio || !button || !slider) return;

    audio.controls = false;
    for (const own of this.querySelectorAll<HTMLElement>('[data-own]')) own.hidden = false;

    button.addEventListener('click', () => void (audio.paused ? audio.play() : audio.pause()));
    audio.addEventListener('play', () => this.playing(button, true));
    audio.addEventListener('pause', () => this.playing(button, false));
    audio.addEventListener('timeupdate', () => {
      slider.value = String(audio.currentTime);
      this.draw(audio.currentTime, slider);
    });
    slider.addEventListener('input', () => {
      audio.currentTime = Number(slider.value);
      this.draw(audio.currentTime, slider);
    });
    this.draw(0, slider);
  }

  disconnectedCallback() { this.querySelector('audio')?.pause(); }

  // Two labels were rendered, one of them shown.
  private playing(button: HTMLButtonElement, on: boolean) {
    for (const part of button.querySelectorAll<HTMLElement>('[data-when]')) part.hidden = (part.dataset['when'] === 'playing') !== on;
  }

  private draw(at: number, slider: HTMLInputElement) {
    const length = Number(slider.max) || 1;
    const clock = (seconds: number) => `${Math.floor(seconds / 60)}.${String(Math.floor(seconds % 60)).padStart(2, '0')}`;
    const written = `${clock(at)} / ${clock(length)}`;
    const shown = this.querySelector('[data-time]');
    if (shown) shown.textContent = written;
    slider.setAttribute('aria-valuetext', written);
    const bars = this.querySelectorAll('rect');
    bars.forEach((bar, n) => bar.classList.toggle('on', n / bars.length < at / length));
  }
}

customElements.define('audio-player', AudioPlayer);
