/** A large button over the poster until the film is started; then the browser's own controls, which know captions and full screen best. */
class VideoPlayer extends HTMLElement {
  connectedCallback() {
    const video = this.querySelector('video');
    const button = this.querySelector<HTMLButtonElement>('.video-play');
    if (!video || !button) return;
    video.controls = false;
    button.hidden = false;
    button.addEventListener('click', () => {
      video.controls = true;
      button.remove();
      this.querySelector('.video-tags')?.remove();
      video.focus();
      void video.play();
    });
  }

  disconnectedCallback() { this.querySelector('video')?.pause(); }
}

customElements.define('video-player', VideoPlayer);
