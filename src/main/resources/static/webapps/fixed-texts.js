/**
 * Says in Chinese what Camunda's web applications hold in English in their own templates and libraries, out of reach of
 * their locale files. A text is replaced only within the element that the application writes it to, so that a variable or
 * a name that reads the same stays what it is.
 */
const MONTHS = 'January February March April May June July August September October November December'.split(' ');
const MONTH_PLACES = '.uib-title strong, .uib-month span, .flatpickr-monthDropdown-month, .cur-month';

/** What the element at hand says instead of the text; nothing if it may stay. */
function chinese(element, text, rules) {
  const rule = Object.keys(rules).find((selector) => Object.prototype.hasOwnProperty.call(rules[selector], text) && element.matches(selector));
  return rule && rules[rule][text];
}

function pattern(element, text, patterns) {
  const rule = patterns.find(([selector, english]) => english.test(text) && element.matches(selector));
  return rule && text.replace(rule[1], rule[2]);
}

function month(element, text) {
  const [name, year] = text.split(' ');
  const number = MONTHS.indexOf(name) + 1;
  return number > 0 && element.matches(MONTH_PLACES) && `${year ? year + '年' : ''}${number}月`;
}

/**
 * @param texts by selector of the element that holds them: the English and the Chinese text
 * @param hints the same for titles and placeholders
 * @param patterns of texts with values in them: selector, regular expression, replacement
 */
export default function sayInChinese(texts, hints, patterns = []) {
  function sayText(node) {
    const element = node.parentElement;
    const text = node.nodeValue.trim();
    const said =
      element && text && (chinese(element, text, texts) || pattern(element, text, patterns) || month(element, text));
    if (said) node.nodeValue = node.nodeValue.replace(text, said);
  }

  function sayHints(element) {
    for (const hint of ['title', 'placeholder']) {
      const said = chinese(element, element.getAttribute(hint), hints);
      if (said) element.setAttribute(hint, said);
    }
  }

  function say(node) {
    if (node.nodeType === Node.TEXT_NODE) return sayText(node);
    if (node.nodeType !== Node.ELEMENT_NODE) return;
    sayHints(node);
    node.querySelectorAll('[title], [placeholder]').forEach(sayHints);
    const all = document.createTreeWalker(node, NodeFilter.SHOW_TEXT);
    while (all.nextNode()) sayText(all.currentNode);
  }

  new MutationObserver((changes) =>
    changes.forEach((change) => {
      if (change.type === 'childList') change.addedNodes.forEach(say);
      else if (change.type === 'attributes') sayHints(change.target);
      else say(change.target);
    })
  ).observe(document.body, {
    childList: true,
    characterData: true,
    attributes: true,
    attributeFilter: ['title', 'placeholder'],
    subtree: true,
  });
  say(document.body);
}
