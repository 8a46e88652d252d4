import { computed, ref, type ComputedRef, type Ref } from 'vue'
import { panned, zoomed, zoomedTo, type ZoomWindow } from './zoom.ts'

/** What of a span of time is in sight, and how that is changed. */
export interface Zoom {
  readonly shown: ComputedRef<ZoomWindow>
  /** All of it is in sight, also while it grows. */
  readonly fits: ComputedRef<boolean>
  readonly zoomBy: (factor: number, around?: number) => void
  /** Moves by a share of what is in sight. */
  readonly pan: (share: number) => void
  readonly zoomTo: (bar: ZoomWindow) => void
  readonly fit: () => void
  /** What a key does, by its name. */
  readonly zoomKeys: Readonly<Record<string, () => void>>
}

/** @param total milliseconds of the whole span */
export function useZoom(total: Readonly<Ref<number>>): Zoom {
  const zoom = ref<ZoomWindow>()
  const shown = computed(() => zoom.value ?? { from: 0, length: total.value })
  function set(next: ZoomWindow): void {
    zoom.value = next.length >= total.value ? undefined : next
  }
  function zoomBy(factor: number, around = shown.value.from + shown.value.length / 2): void {
    set(zoomed(shown.value, factor, around, total.value))
  }
  function pan(share: number): void {
    set(panned(shown.value, share, total.value))
  }
  function fit(): void {
    zoom.value = undefined
  }
  return {
    shown,
    zoomBy,
    pan,
    fit,
    fits: computed(() => zoom.value === undefined),
    zoomTo: (bar) => {
      set(zoomedTo(bar, total.value))
    },
    zoomKeys: {
      '+': () => {
        zoomBy(2)
      },
      '-': () => {
        zoomBy(0.5)
      },
      '0': fit,
      ArrowLeft: () => {
        pan(-0.25)
      },
      ArrowRight: () => {
        pan(0.25)
      },
    },
  }
}
