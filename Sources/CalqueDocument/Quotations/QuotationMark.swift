/// How a quotation mark pairs with others.
struct QuotationMark: Hashable {
  /// Marks of one family close each other.
  enum Family: UInt8, CaseIterable {
    case double, straightDouble, single, straightSingle, guillemet, singleGuillemet, corner, whiteCorner
  }

  /// Which side of a quotation a mark stands on, by itself.
  enum Side: UInt8 {
    case opening, closing, either
  }

  let scalar: UInt32
  let family: Family
  let side: Side

  /// The mark of a scalar; nil for one that pairs with nothing.
  init?(_ scalar: UInt32) {
    self.scalar = scalar
    switch scalar {
    case 0x22, 0xFF02: (family, side) = (.straightDouble, .either)
    case 0x27, 0xFF07: (family, side) = (.straightSingle, .either)
    // German closes with the mark that English opens with; Swedish opens with the one that English closes with.
    case 0x201C, 0x201D: (family, side) = (.double, .either)
    case 0x201E, 0x201F, 0x2E42: (family, side) = (.double, .opening)
    case 0x2018: (family, side) = (.single, .either)
    case 0x2019: (family, side) = (.single, .closing)
    case 0x201A, 0x201B: (family, side) = (.single, .opening)
    case 0xAB, 0xBB: (family, side) = (.guillemet, .either)
    case 0x2039, 0x203A: (family, side) = (.singleGuillemet, .either)
    case 0x300C, 0xFE41, 0xFF62: (family, side) = (.corner, .opening)
    case 0x300D, 0xFE42, 0xFF63: (family, side) = (.corner, .closing)
    case 0x300E, 0xFE43: (family, side) = (.whiteCorner, .opening)
    case 0x300F, 0xFE44: (family, side) = (.whiteCorner, .closing)
    default: return nil
    }
  }

  /// True when this mark can open a quotation.
  ///
  /// - Parameters:
  ///   - isAfterSpace: white space or nothing stands before it, or a mark that opens something.
  ///   - isBeforeText: text follows it without white space.
  func canOpen(isAfterSpace: Bool, isBeforeText: Bool) -> Bool {
    switch scalar {
    case 0x201C: isBeforeText || isAfterSpace
    // French sets a space inside its marks.
    case 0xAB, 0x2039: isAfterSpace
    case 0x2018: isBeforeText
    case 0x201D: isAfterSpace && isBeforeText
    default:
      switch side {
      case .opening: true
      case .closing: false
      case .either: isAfterSpace && isBeforeText
      }
    }
  }

  /// True when this mark can close what `opening` opened.
  ///
  /// - Parameters:
  ///   - isAfterSpace: white space stands before it.
  ///   - isBeforeText: a letter or digit follows it without white space.
  func canClose(_ opening: QuotationMark, isAfterSpace: Bool, isBeforeText: Bool) -> Bool {
    guard family == opening.family, side != .opening else { return false }
    switch family {
    // A mark that opens, while another is open, begins a further paragraph of the same speech.
    case .straightDouble: return !(isAfterSpace && isBeforeText)
    case .single, .straightSingle:
      return scalar != 0x2018 && !isAfterSpace && !isBeforeText || scalar == 0x2018 && opening.scalar == 0x201A
    case .double:
      if scalar == 0x201C { return opening.scalar == 0x201E || opening.scalar == 0x2E42 }
      return true
    case .guillemet, .singleGuillemet: return scalar != opening.scalar || !isAfterSpace
    case .corner, .whiteCorner: return side == .closing
    }
  }
}
