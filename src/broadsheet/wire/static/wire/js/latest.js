// The newest items and the banner, as the server has them now; null where it has no News Feed, as a mirror's host.
export async function latest() {
  // With the ETag of what the browser has.
  const answer = await fetch("/wire/latest.json", { cache: "no-cache" });
  if (answer.status === 404) return null;
  if (!answer.ok) throw new Error(answer.status);
  return answer.json();
}
