// One voice at a time: what plays here falls silent when another tab of the paper begins.

export function playAlone(playback) {
  let channel = null;

  function open() {
    channel = new BroadcastChannel("broadsheet-listening");
    channel.onmessage = () => playback.pause();
  }

  if (!window.BroadcastChannel) return;
  playback.on("play", () => {
    if (!channel) open();
    channel.postMessage("plays");
  });
}
