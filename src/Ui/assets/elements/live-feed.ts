/**
 * Listens to `url`. An event is a bare <turbo-frame id src>: the card itself comes through the front door. What arrives waits behind a button that says how many,
 * so nothing moves under the one who reads; the button puts the frames on top of the list that `of` names. An `end` event closes the stream for good.
 */
class LiveFeed extends HTMLElement {
  private stream: EventSource | null = null;
  private readonly waiting: HTMLElement[] = [];

  connectedCallback() {
    this.open();
    window.addEventListener('pagehide', this.close);
    window.addEventListener('pageshow', this.again);
    this.querySelector('button')?.addEventListener('click', () => this.show());
  }

  disconnectedCallback() {
    this.close();
    window.removeEventListener('pagehide', this.close);
    window.removeEventListener('pageshow', this.again);
  }

  private open() {
    this.stream = new EventSource(this.getAttribute('url') ?? '');
    this.stream.addEventListener('message', event => this.arrived(String(event.data)));
    this.stream.addEventListener('end', this.close);
  }

  private readonly close = () => {
    this.stream?.close();
    this.stream = null;
  };

  private readonly again = (event: PageTransitionEvent) => { if (event.persisted && !this.stream) this.open(); };

  private arrived(html: string) {
    const holder = document.createElement('template');
    holder.innerHTML = html;
    const frame = holder.content.querySelector<HTMLElement>('turbo-frame');
    const known = (id: string) => document.getElementById(id) || this.waiting.some(other => other.id === id);
    if (!frame || !frame.getAttribute('src')?.startsWith('/') || known(frame.id)) return;
    // Links in a card lead to pages, not into the card.
    frame.setAttribute('target', '_top');
    this.waiting.push(frame);
    this.say();
  }

  private say() {
    const count = this.waiting.length;
    const button = this.querySelector('button');
    if (!button) return;
    button.hidden = count === 0;
    const words = this.getAttribute(count === 1 ? 'one' : 'many')?.replace('{n}', String(count)) ?? '';
    (button.querySelector('[data-words]') ?? button).textContent = count ? words : '';
  }

  private show() {
    const list = document.getElementById(this.getAttribute('of') ?? '');
    const first = this.waiting.at(-1);
    // An empty frame is not drawn and takes no focus, so the reader is led there once the card has come.
    first?.addEventListener('turbo:frame-load', () => { first.tabIndex = -1; first.focus(); }, { once: true });
    for (const frame of this.waiting.splice(0)) list?.prepend(frame);
    this.say();
  }
}

customElements.define('live-feed', LiveFeed);
