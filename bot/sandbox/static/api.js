// Talks to the people's side of the sandbox; a slip comes back as a sentence.

export async function ask(verb, path, body) {
  const request = { method: verb };
  if (body !== undefined) {
    request.body = JSON.stringify(body);
    request.headers = { "Content-Type": "application/json" };
  }
  const response = await fetch(`/sandbox/api/${path}`, request);
  const answer = await response.json();
  if (!response.ok) throw new Error(answer.error || response.statusText);
  return answer;
}

export const get = (path) => ask("GET", path);
export const post = (path, body = {}) => ask("POST", path, body);

// Calls `changed` whenever something changed anywhere, at most every 60 ms, however much comes at once.
export function listen(changed) {
  let waiting = null;
  const soon = () => {
    waiting ??= setTimeout(() => { waiting = null; changed(); }, 60);
  };
  const stream = new EventSource("/sandbox/api/events");
  stream.onmessage = soon;
  stream.onopen = soon;
}
