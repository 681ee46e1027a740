// What HTML and htmx leave open: a problem that came back is announced, and the fields that it names are marked.
(() => {
  'use strict';

  const unmark = () => document.querySelectorAll('[aria-invalid=true]').forEach(field => {
    field.removeAttribute('aria-invalid');
    field.removeAttribute('aria-describedby');
  });

  const mark = notice => {
    notice.querySelectorAll('[data-field]').forEach((item, index) => {
      // The last step of a path such as lines[3].quantity or price.amount is not always an input of its own.
      const path = item.dataset.field;
      const field = document.querySelector(`main [name="${CSS.escape(path)}"]`)
        ?? document.querySelector(`main [data-part="${CSS.escape(path)}"]`);
      if (field) {
        item.id ||= `problem-${index}`;
        field.setAttribute('aria-invalid', 'true');
        field.setAttribute('aria-describedby', item.id);
      }
    });
  };

  document.addEventListener('htmx:beforeRequest', event => {
    const place = document.getElementById('problem');
    if (place && event.detail.requestConfig?.verb !== 'get') {
      place.replaceChildren();
      unmark();
    }
  });

  document.addEventListener('htmx:afterSwap', event => {
    if (event.detail.target.id === 'problem') {
      mark(event.detail.target);
      event.detail.target.focus();
    }
  });

  document.addEventListener('htmx:sendError', () => {
    const place = document.getElementById('problem');
    const notice = document.createElement('div');
    notice.className = 'notice bad';
    notice.textContent = 'The shop does not answer. Nothing was lost; try again in a moment.';
    place?.replaceChildren(notice);
    place?.focus();
  });

  // A question before what cannot be taken back.
  document.addEventListener('submit', event => {
    const question = event.submitter?.dataset.ask ?? event.target.dataset.ask;
    if (question && !window.confirm(question)) {
      event.preventDefault();
      event.stopImmediatePropagation();
    }
  }, true);
})();
