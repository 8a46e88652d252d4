import { reveal } from '../secret/secret.ts'
import { defineFact } from './define-fact.ts'
import { edgesOf, type Edges } from './edges.ts'

/** Whether the client secret can be one: API model, ClientSecretType (`[\w+]+`, 1 to 64). */
export const clientSecretFact = defineFact<{
  edges: Edges
  form: 'possible' | 'impossible'
  length: number
}>({
  name: 'client-secret',
  title: 'Client secret',
  valueTitles: {
    edges: 'first and last characters',
    form: 'form',
    length: 'length',
  },
  of: ({ clientSecret }) => {
    if (!clientSecret) return undefined
    const text = reveal(clientSecret)
    const form = /^[\w+]{1,64}$/.test(text) ? 'possible' : 'impossible'
    return { edges: edgesOf(text), form, length: text.length }
  },
})
