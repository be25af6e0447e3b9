/** On a shared device: `warn` seconds before the session ends of itself (`after` seconds without a touch) opens the dialog inside; then sends its form, which signs out. */
class SessionEnd extends HTMLElement {
  private touched = Date.now();
  private ticking = 0;

  connectedCallback() {
    for (const kind of ['pointerdown', 'keydown']) document.addEventListener(kind, this.touch, { passive: true });
    this.querySelector('[data-stay]')?.addEventListener('click', () => void this.stay());
    this.ticking = window.setInterval(() => this.look(), 1000);
  }

  disconnectedCallback() {
    for (const kind of ['pointerdown', 'keydown']) document.removeEventListener(kind, this.touch);
    clearInterval(this.ticking);
  }

  // While the question is open only its own button counts.
  private readonly touch = () => { if (!this.querySelector('dialog')?.open) this.touched = Date.now(); };

  private look() {
    const dialog = this.querySelector('dialog');
    const left = Number(this.getAttribute('after')) - (Date.now() - this.touched) / 1000;
    if (left <= 0) this.querySelector('form')?.requestSubmit();
    else if (left <= Number(this.getAttribute('warn')) && !dialog?.open) dialog?.showModal();
  }

  private async stay() {
    this.touched = Date.now();
    this.querySelector('dialog')?.close();
    await fetch(this.getAttribute('keep') ?? '');
  }
}

customElements.define('session-end', SessionEnd);
