/**
 * Shows in place what its button would show as a page: posts the form to `url` and puts what answers into the element that `into` names, with the focus on it.
 * Where that does not succeed the button sends the form, as it does without script.
 */
class FormLook extends HTMLElement {
  private plain = false;

  connectedCallback() {
    this.querySelector('button')?.addEventListener('click', event => {
      if (this.plain) return;
      event.preventDefault();
      void this.look(event.currentTarget as HTMLButtonElement);
    });
  }

  private async look(button: HTMLButtonElement) {
    const form = this.closest('form');
    const place = document.getElementById(this.getAttribute('into') ?? '');
    if (!form || !place || button.ariaBusy) return;
    const fields = new URLSearchParams();
    for (const [name, value] of new FormData(form)) if (typeof value === 'string') fields.append(name, value);

    button.ariaBusy = 'true';
    const answer = await fetch(this.getAttribute('url') ?? '', { method: 'POST', body: fields }).catch(() => null);
    button.ariaBusy = null;
    if (!answer?.ok) {
      this.plain = true;
      button.click();
      this.plain = false;
      return;
    }

    place.innerHTML = await answer.text();
    const shown = place.querySelector<HTMLElement>('[tabindex]');
    shown?.focus({ preventScroll: true });
    shown?.scrollIntoView({ block: 'start' });
  }
}

customElements.define('form-look', FormLook);
