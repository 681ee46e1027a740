// Order entry: a draft outlives leaving the page, and whoever types SKU, Enter, quantity, Enter needs nothing else.
(() => {
  'use strict';

  const form = () => document.getElementById('entry');
  const words = () => document.getElementById('words');
  const draftOf = owner => `order-draft:${owner}`;
  const draftKey = draftOf(form().dataset.owner);
  const draftUrl = form().dataset.draftUrl;

  // In this tab only, and under the name of whoever has typed it.
  const save = () => {
    const fields = [...new FormData(form())].filter(([name]) => !['_csrf', 'words'].includes(name));
    if (fields.some(([name, value]) => name !== 'key' && value !== '')) {
      sessionStorage.setItem(draftKey, JSON.stringify(fields));
    } else {
      sessionStorage.removeItem(draftKey);
    }
  };

  const restore = () => {
    const fields = JSON.parse(sessionStorage.getItem(draftKey) ?? '[]');
    if (fields.length === 0 || document.querySelector('#lines tr')) {
      return;
    }
    const values = {};
    fields.forEach(([name, value]) => { values[name] = value; });
    htmx.ajax('POST', draftUrl, { source: '#entry', values, target: '#entry', select: '#entry', swap: 'outerHTML' })
      .then(() => { document.getElementById('restored').hidden = Boolean(document.querySelector('#problem .notice')); });
  };

  const discard = () => {
    sessionStorage.removeItem(draftKey);
    location.assign(form().dataset.newUrl);
  };

  const select = field => {
    field?.focus();
    field?.select();
  };

  const quantityOf = sku => [...document.querySelectorAll('#lines input[name$=".product"]')]
    .find(it => it.value === sku)?.closest('tr').querySelector('input[type=number]');

  // What Enter has asked for: where the shop's answer to the search will be, and what to choose from it.
  let wanted = null;
  let added = null;

  const find = (field, results, choose) => {
    wanted = { results, choose };
    htmx.trigger(field, 'find');
  };

  // The product whose SKU was typed or, if only one was found, that one. SKUs may differ in case alone.
  const chooseProduct = typed => {
    const buttons = [...document.querySelectorAll('#found button[name=add]')];
    const alike = buttons.filter(it => it.value.toLowerCase() === typed.toLowerCase());
    const button = alike.find(it => it.value === typed) ?? [alike, buttons].find(it => it.length === 1)?.[0];
    if (button) {
      added = button.value;
      button.click();
    }
  };

  // The customer whose number was typed or, if only one was found, that one.
  const chooseCustomer = () => {
    const found = document.querySelectorAll('#people button[name=choose]');
    if (document.querySelector('#people p strong')) {
      select(words());
    } else if (found.length === 1) {
      found[0].click();
    }
  };

  const onEnter = event => {
    const field = event.target;
    if (event.key !== 'Enter' || event.isComposing || field.tagName !== 'INPUT') {
      return;
    }
    event.preventDefault();
    const typed = field.value.trim();
    if (field.id === 'words' && typed) {
      find(field, 'found', () => chooseProduct(typed));
    } else if (field.id === 'customer' && typed) {
      find(field, 'people', chooseCustomer);
    } else if (field.type === 'number') {
      // Leaving the field is what sends the new quantity.
      select(words());
    }
  };

  document.addEventListener('keydown', event => {
    if (form()?.contains(event.target)) {
      onEnter(event);
    }
  });
  document.addEventListener('click', event => {
    if (event.target.id === 'discard') {
      discard();
    }
  });
  document.addEventListener('input', () => {
    wanted = null; // Whoever types on has not chosen.
    form() && save();
  });
  document.addEventListener('htmx:afterSettle', event => {
    if (!form() || event.detail.xhr?.status >= 400) {
      return; // A form that could not be restored is empty, and must not take the place of what was typed.
    }
    save();
    if (wanted?.results === event.detail.target.id) {
      const { choose } = wanted;
      wanted = null;
      choose();
    } else if (added && quantityOf(added)) {
      select(quantityOf(added));
      added = null;
    }
  });
  document.addEventListener('htmx:beforeSwap', event => {
    const { requestConfig, xhr } = event.detail;
    if (requestConfig?.verb === 'post' && requestConfig.path === form()?.getAttribute('action') && xhr.status < 400) {
      sessionStorage.removeItem(draftKey);
    }
  });

  restore();
  if (!document.activeElement || document.activeElement === document.body) {
    (document.querySelector('#people p strong') ? words() : document.getElementById('customer') ?? words()).focus();
  }
})();
