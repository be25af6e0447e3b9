/**
 * On a shared device: `warn` seconds before the session ends of itself (`after` seconds without a touch) opens the dialog inside; then sends its form, which signs out.
 * Whoever types a long text touches the page and asks nothing of the house, so a touch is told to `keep` now and then.
 */
class SessionEnd extends HTMLElement {
  private static readonly pause = 120_000;
  private touched = Date.now();
  private told = Date.now();
  private ticking = 0;

  connectedCallback() {
    for (const kind of ['pointerdown', 'keydown']) document.addEventListener(kind, this.touch, { passive: true });
    this.querySelector('[data-stay]')?.addEventListener('click', () => this.stay());
    this.querySelector('dialog')?.addEventListener('cancel', () => this.stay());
    this.ticking = window.setInterval(() => this.look(), 1000);
  }

  disconnectedCallback() {
    for (const kind of ['pointerdown', 'keydown']) document.removeEventListener(kind, this.touch);
    clearInterval(this.ticking);
  }

  // While the question is open only its own button counts.
  private readonly touch = () => {
    if (this.querySelector('dialog')?.open) return;
    this.touched = Date.now();
    if (this.touched - this.told > SessionEnd.pause) this.tell();
  };

  private look() {
    const dialog = this.querySelector('dialog');
    const left = Number(this.getAttribute('after')) - (Date.now() - this.touched) / 1000;
    if (left <= 0) this.querySelector('form')?.requestSubmit();
    else if (left <= Number(this.getAttribute('warn')) && !dialog?.open) dialog?.showModal();
  }

  private stay() {
    this.touched = Date.now();
    this.querySelector('dialog')?.close();
    this.tell();
  }

  private tell() {
    this.told = Date.now();
    // Without a network the session ends as it would have; the next touch tries again.
    fetch(this.getAttribute('keep') ?? '').catch(() => { this.told = 0; });
  }
}

customElements.define('session-end', SessionEnd);
