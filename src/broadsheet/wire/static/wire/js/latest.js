// The newest items and the banner, as the server has them now; the browser asks with the ETag of what it has.
export class Missing extends Error {}

export async function latest() {
  const answer = await fetch("/wire/latest.json", { cache: "no-cache", credentials: "same-origin" });
  if (answer.status === 404) throw new Missing();
  if (!answer.ok) throw new Error(answer.status);
  return answer.json();
}
