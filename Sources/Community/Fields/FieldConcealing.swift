/// Takes back what is never published, and what a member has not agreed to.
private struct FieldConcealing: FieldVisitor {
  let table: [DeclaredField]
  let consent: Consent
  var position = 0

  mutating func visit<Value: DeclaredValue>(
    _ field: @autoclosure () -> Field<Value>, _ value: inout Value
  ) {
    let declared = table[position]
    position += 1
    let isAgreed = declared.neededConsent.map { consent[$0] } ?? true
    if declared.isUnpublished || !isAgreed { value.clear() }
  }

  mutating func visit(companion field: @autoclosure () -> Field<Void>) { position += 1 }
}

extension Member {
  /// A member with a page, without what they have not agreed to have on it.
  mutating func conceal() {
    var concealing = FieldConcealing(table: EntryKind.member.ownFields, consent: consent)
    declare(to: &concealing)
  }
}

extension CommonFields {
  /// Takes back what is for those who write alone.
  mutating func conceal() {
    var concealing = FieldConcealing(table: CommonFields.declaredFields, consent: Consent())
    declare(to: &concealing)
  }
}
