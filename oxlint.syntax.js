// no-restricted-syntax as oxlint takes it: a plugin of one rule, whose options are selectors with messages.
const restrictedSyntax = {
  meta: { schema: { type: 'array' } },
  create: (context) =>
    Object.fromEntries(
      context.options.map(({ message, selector }) => [
        selector,
        (node) => context.report({ node, message }),
      ]),
    ),
}

export default { meta: { name: 'syntax' }, rules: { restricted: restrictedSyntax } }
