/** Made by `scripts/emoji.ts`. */
declare module 'virtual:emoji/*' {
  const lines: string
  export default lines
}
