/**
 * Keeps what is typed into the form inside: posts its fields to `url` when the typing pauses, and before the page goes.
 * The answer's words (text/plain) are shown in the element that `status` names; an answer's Draft-Version header becomes the form's version.
 */
class DraftKeep extends HTMLElement {
  private static readonly pause = 800;
  private timer = 0;
  private dirty = false;
  private sending: Promise<void> = Promise.resolve();

  connectedCallback() {
    this.addEventListener('input', this.later);
    this.addEventListener('change', this.later);
    this.addEventListener('submit', this.stop);
    window.addEventListener('pagehide', this.now);
  }

  disconnectedCallback() {
    this.now();
    window.removeEventListener('pagehide', this.now);
  }

  private readonly later = () => {
    this.dirty = true;
    clearTimeout(this.timer);
    this.timer = window.setTimeout(this.now, DraftKeep.pause);
  };

  private readonly now = () => {
    clearTimeout(this.timer);
    const form = this.querySelector('form');
    if (!this.dirty || !form) return;
    this.dirty = false;
    // One after another: an earlier text must not arrive after a later one.
    this.sending = this.sending.then(() => this.send(form));
  };

  // The form itself is on its way; a draft after it would only clash.
  private readonly stop = () => {
    this.dirty = false;
    clearTimeout(this.timer);
  };

  private async send(form: HTMLFormElement) {
    const fields = new URLSearchParams();
    for (const [name, value] of new FormData(form)) if (typeof value === 'string') fields.append(name, value);

    this.say(this.getAttribute('saving'), 'busy');
    try {
      const answer = await fetch(this.getAttribute('url') ?? '', { method: 'POST', body: fields, keepalive: fields.toString().length < 60_000 });
      const words = answer.headers.get('Content-Type')?.startsWith('text/plain') ? await answer.text() : '';
      const version = answer.headers.get('Draft-Version');
      const held = form.elements.namedItem('version');
      if (version && held instanceof HTMLInputElement) held.value = version;
      const how = answer.ok ? 'saved' : answer.status === 401 ? 'ended' : 'failed';
      this.say(words || this.getAttribute(how), answer.ok ? 'saved' : 'failed');
    } catch {
      // The network was gone: what is typed is still in the form, and the next pause tries again.
      this.dirty = true;
      this.say(this.getAttribute('failed'), 'failed');
    }
  }

  private say(words: string | null, state: string) {
    const status = document.getElementById(this.getAttribute('status') ?? '');
    if (!status || !words) return;
    status.hidden = false;
    status.dataset['state'] = state;
    (status.querySelector('[data-words]') ?? status).textContent = words;
  }
}

customElements.define('draft-keep', DraftKeep);
