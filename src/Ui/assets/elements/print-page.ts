/** A button inside prints the page. Without script the browser's own command does. */
class PrintPage extends HTMLElement {
  connectedCallback() {
    this.hidden = false;
    this.addEventListener('click', () => window.print());
  }
}

customElements.define('print-page', PrintPage);
