/** One short, quiet tone. There is no file to load. */
export function chime(): void {
  try {
    const context = new AudioContext()
    const gain = new GainNode(context, { gain: 0.05 })
    const tone = new OscillatorNode(context, { frequency: 660 })
    tone.connect(gain).connect(context.destination)
    gain.gain.exponentialRampToValueAtTime(0.0001, context.currentTime + 0.3)
    tone.start()
    tone.stop(context.currentTime + 0.3)
    tone.onended = () => void context.close()
  } catch {
    // A browser that plays nothing before it was touched.
  }
}
