/** Not every browser tells when it is idle; it then is about a second after the page was loaded. */
const SOON = 1_000;

/** Does something once the page is loaded and the browser is idle. Returns what calls it off. */
export function onceIdle(work: () => void): () => void {
  let callOff = () => {};
  const wait = () => {
    callOff = "requestIdleCallback" in window ? whenIdle(work) : soon(work);
  };
  if (document.readyState === "complete") wait();
  else window.addEventListener("load", wait, { once: true });
  return () => {
    window.removeEventListener("load", wait);
    callOff();
  };
}

function whenIdle(work: () => void): () => void {
  const id = requestIdleCallback(work);
  return () => cancelIdleCallback(id);
}

function soon(work: () => void): () => void {
  const id = setTimeout(work, SOON);
  return () => clearTimeout(id);
}
