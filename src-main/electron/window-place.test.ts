import { describe, expect, it } from 'vitest'
import { placeToOpen } from './window-place.ts'

const laptop = { x: 0, y: 0, width: 1280, height: 800 }
const second = { x: 1280, y: 0, width: 1920, height: 1080 }

describe('the window opens', () => {
  it('at its last position', () => {
    const was = { x: 1400, y: 50, width: 1500, height: 900, maximised: false }
    expect(placeToOpen(was, [laptop, second])).toEqual({ x: 1400, y: 50, width: 1500, height: 900 })
  })

  it('on a connected screen, when its own was unplugged', () => {
    const was = { x: 1400, y: 50, width: 1500, height: 900, maximised: false }
    expect(placeToOpen(was, [laptop])).toEqual({ width: 1280, height: 800 })
  })

  it('with its title bar within reach, when it was above the screen', () => {
    const was = { x: 100, y: -500, width: 1000, height: 700, maximised: false }
    expect(placeToOpen(was, [laptop])).not.toHaveProperty('y')
  })

  it('no larger than the screen at first', () => {
    expect(placeToOpen(undefined, [laptop])).toEqual({ width: 1280, height: 800 })
  })
})
