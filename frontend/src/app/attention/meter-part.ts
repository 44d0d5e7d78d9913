/** Counts while the case is open, the page has the focus, and somebody does something in the case. Shows nothing. */
import { computed, defineComponent, onBeforeUnmount, onMounted, ref, watch, type PropType } from 'vue'
import type { Case } from '@/client-core/api.types'
import { useReading } from '../stores/reading'
import { isPaused, meter, newWords } from './attention'

const DONE = ['keydown', 'pointerdown', 'wheel', 'touchmove'] as const
const TURNS = ['focus', 'blur'] as const

function note({ target }: Event): void {
  if (target instanceof Element && target.closest('.case-pane, [role=dialog]')) meter.beat()
}

export default defineComponent({
  props: { row: { type: Object as PropType<Case>, required: true } },
  setup(props) {
    const reading = useReading()
    const isHere = ref(false)
    const look = (): void => void (isHere.value = document.visibilityState === 'visible' && document.hasFocus())

    const turned = computed(() => (isHere.value && !isPaused.value ? props.row.id : null))
    watch(
      turned,
      (id) => {
        const { row } = props
        const isNew = id !== null && reading.isUnread(row)
        meter.turn(id, () => (isNew ? newWords(row) : 0))
      },
      { flush: 'sync' },
    )

    onMounted(() => {
      look()
      for (const name of DONE) document.addEventListener(name, note, { capture: true, passive: true })
      for (const name of TURNS) window.addEventListener(name, look)
      document.addEventListener('visibilitychange', look)
    })
    onBeforeUnmount(() => {
      for (const name of DONE) document.removeEventListener(name, note, { capture: true })
      for (const name of TURNS) window.removeEventListener(name, look)
      document.removeEventListener('visibilitychange', look)
      meter.turn(null)
    })
    return () => null
  },
})
