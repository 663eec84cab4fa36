/// Abbreviations after whose full stop an English sentence often goes on.
///
/// Data only; `SentenceRefiner` reads it. All forms end with a full stop; case counts.
enum Abbreviations {
  /// Always followed by the rest of the sentence: titles before a name.
  static let titles = """
    Adj. Adm. Amb. Ald. Asst. Atty. Bp. Brig. Capt. Cdr. Cmdr. Col. Comdr. Comm. Corpl. Cpl. Dr. Drs. Fr. Gen. Gov. \
    Hon. Insp. Lt. Lt.Cdr. Maj. Messrs. Mgr. Mlle. Mme. Mmes. Mr. MR. Mrs. MRS. Ms. MS. Msgr. Mt. Ofc. Pfc. Pres. \
    Prof. Profs. Pvt. Rep. Reps. Rev. Rt. Sen. Sens. Sgt. Sr.Lt. Supt. vs. VS. v. cf. Cf. viz. Vs. approx. Approx. \
    ca. incl. resp. esp.
    """

  /// Held together with a number after them, and with nothing else.
  static let numbered = """
    No. Nos. no. nos. Nr. Num. Art. Arts. Fig. Figs. fig. figs. Vol. Vols. vol. vols. Ch. ch. Sec. Sect. sec. p. pp. \
    P. PP. Op. par. para. Eq. eq.
    """

  /// Times of day, followed by the rest of the sentence only when one of `timeFollowers` comes.
  static let times = "a.m. p.m. A.M. P.M."

  /// Days, months and time zones.
  static let timeFollowers = """
    Monday Tuesday Wednesday Thursday Friday Saturday Sunday Mon Tue Tues Wed Thu Thurs Fri Sat Sun January February \
    March April May June July August September October November December Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct \
    Nov Dec Eastern Central Mountain Pacific GMT UTC BST CET CEST EST EDT ET CST CDT CT MST MDT MT PST PDT PT MSK \
    JST KST Moscow Beijing Seoul Tokyo Pyongyang Kyiv London Greenwich
    """

  /// Followed by the rest of the sentence unless a word comes that mostly begins sentences.
  ///
  /// Months, week days, companies, places, learned abbreviations. Initials and dotted letters (`J.`, `U.S.`, `e.g.`) need
  /// no entry.
  static let others = """
    Jan. Feb. Mar. Apr. Jun. Jul. Aug. Sep. Sept. Oct. Nov. Dec. Mon. Tue. Tues. Wed. Thu. Thur. Thurs. Fri. St. \
    Ste. Inc. Ltd. Co. Cos. Corp. Bros. Dept. Dist. Div. Est. Assn. Univ. Jr. Sr. Esq. Ph.D. Ed. Eds. ed. eds. al. \
    Ala. Ariz. Ark. Calif. Colo. Conn. Del. Fla. Ga. Ill. Ind. Kan. Ky. La. Md. Mich. Minn. Miss. Mo. Mont. Neb. \
    Nev. Okla. Ore. Pa. Tenn. Tex. Va. Vt. Wash. Wis. Wyo. Ave. Blvd. Rd. Ft. Mts. Pt. Alt. Abs. Adv. Cont. Def. \
    Diff. Ex. Exec. exec. Ext. Gb. Kb. Mb. Hz. Lib. Misc. Org. Phys. Var. Yr. yr. yrs. hr. hrs. min. ft. lb. lbs. \
    oz. Hon.B.A. S.p.A. Ger. Eng. Lat. Russ. lit.
    """

  /// Words that begin sentences far more often than they follow an abbreviation.
  static let sentenceStarters = """
    A According After All Also Although Among An And Another Any As At Because Before Both But By Despite During \
    Each Earlier Even Every For From He Her Here His How However I If In Instead It Its It's Last Later Many \
    Meanwhile More Most My Nevertheless Next Nobody None Nor Not Nothing Now On Once One Only Or Other Others Our \
    Over Several She Since So Some Soon Still Such That That's The Their Then There There's Therefore These They \
    They're This Those Though Through Thus To Today Two Under Unlike Until We We're What When Where Whether Which \
    While Who Why With Without Yesterday Yet You Your
    """
}
