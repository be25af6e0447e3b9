/**
 * Looks at its page again every few seconds while it `waits`: parts (data-part) that have changed get the new content, and stay in the page themselves so that a live region speaks.
 * What is only for those without script (data-plain) is hidden. A look that fails is tried again; one that is sent elsewhere, to sign in, ends the looking.
 */
class PageLook extends HTMLElement {
  private timer = 0;

  connectedCallback() {
    this.tidy();
    this.next();
  }

  disconnectedCallback() {
    window.clearTimeout(this.timer);
  }

  private next() {
    window.clearTimeout(this.timer);
    if (this.isConnected && this.hasAttribute('waits')) this.timer = window.setTimeout(() => void this.look(), 3000);
  }

  private async look() {
    const answer = await fetch(this.getAttribute('url') ?? '', { headers: { accept: 'text/html' } }).catch(() => null);
    if (answer?.redirected) return;
    if (answer?.ok) this.take(new DOMParser().parseFromString(await answer.text(), 'text/html'));
    this.next();
  }

  private take(page: Document) {
    const found = page.querySelector(this.localName);
    if (!found) return;
    for (const part of found.querySelectorAll<HTMLElement>('[data-part]')) {
      const here = this.querySelector<HTMLElement>(`[data-part=${part.dataset['part']}]`);
      // The id of a form is new with every page, and no reason to take the focus away.
      if (here && here.textContent !== part.textContent) here.replaceChildren(...part.childNodes);
    }
    this.toggleAttribute('waits', found.hasAttribute('waits'));
    this.tidy();
  }

  private tidy() {
    for (const plain of this.querySelectorAll<HTMLElement>('[data-plain]')) plain.hidden = true;
  }
}

customElements.define('page-look', PageLook);
