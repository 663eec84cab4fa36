// ICU's C functions carry a version suffix (ubrk_open_72) behind macros, which Swift does not see. The static inline
// wrappers below have plain names of their own, so the same Swift builds against every ICU.
#pragma once

#include <stdbool.h>
#include <unicode/ubrk.h>
#include <unicode/ucasemap.h>
#include <unicode/uchar.h>
#include <unicode/ucnv.h>
#include <unicode/ucsdet.h>
#include <unicode/unorm2.h>
#include <unicode/uregex.h>
#include <unicode/uscript.h>
#include <unicode/uspoof.h>
#include <unicode/ustring.h>
#include <unicode/utext.h>
#include <unicode/utrans.h>
#include <unicode/uvernum.h>

// Errors and version.

static inline const char *calque_error_name(UErrorCode code) { return u_errorName(code); }
static inline int32_t calque_icu_major_version(void) { return U_ICU_VERSION_MAJOR_NUM; }

// Text access. Indices are bytes when the text is UTF-8.

static inline UText *calque_utext_open_utf8(UText *reused, const char *bytes, int64_t count, UErrorCode *status) {
  return utext_openUTF8(reused, bytes, count, status);
}
static inline void calque_utext_close(UText *text) { utext_close(text); }

// Boundaries.

static inline UBreakIterator *calque_ubrk_open(UBreakIteratorType type, const char *locale, UErrorCode *status) {
  return ubrk_open(type, locale, NULL, 0, status);
}
static inline void calque_ubrk_close(UBreakIterator *iterator) { ubrk_close(iterator); }
static inline void calque_ubrk_set_text(UBreakIterator *iterator, UText *text, UErrorCode *status) {
  ubrk_setUText(iterator, text, status);
}
static inline int32_t calque_ubrk_first(UBreakIterator *iterator) { return ubrk_first(iterator); }
static inline int32_t calque_ubrk_next(UBreakIterator *iterator) { return ubrk_next(iterator); }

// Properties of characters.

static inline int32_t calque_int_property(UChar32 scalar, UProperty property) {
  return u_getIntPropertyValue(scalar, property);
}
static inline bool calque_has_property(UChar32 scalar, UProperty property) {
  return u_hasBinaryProperty(scalar, property);
}
static inline int8_t calque_general_category(UChar32 scalar) { return u_charType(scalar); }
static inline UScriptCode calque_script(UChar32 scalar, UErrorCode *status) {
  return uscript_getScript(scalar, status);
}

// Strings, case and normal forms.

static inline UChar *calque_str_from_utf8(
    UChar *target, int32_t capacity, int32_t *length, const char *source, int32_t count, UErrorCode *status) {
  return u_strFromUTF8(target, capacity, length, source, count, status);
}
static inline char *calque_str_to_utf8(
    char *target, int32_t capacity, int32_t *length, const UChar *source, int32_t count, UErrorCode *status) {
  return u_strToUTF8(target, capacity, length, source, count, status);
}
static inline int32_t calque_str_fold_case(
    UChar *target, int32_t capacity, const UChar *source, int32_t count, UErrorCode *status) {
  return u_strFoldCase(target, capacity, source, count, U_FOLD_CASE_DEFAULT, status);
}
static inline const UNormalizer2 *calque_nfc(UErrorCode *status) { return unorm2_getNFCInstance(status); }
static inline int32_t calque_normalize(
    const UNormalizer2 *form, const UChar *source, int32_t count, UChar *target, int32_t capacity,
    UErrorCode *status) {
  return unorm2_normalize(form, source, count, target, capacity, status);
}

// Regular expressions.

static inline URegularExpression *calque_uregex_open(
    const UChar *pattern, int32_t count, uint32_t flags, UParseError *place, UErrorCode *status) {
  return uregex_open(pattern, count, flags, place, status);
}
static inline void calque_uregex_close(URegularExpression *expression) { uregex_close(expression); }
static inline void calque_uregex_set_time_limit(URegularExpression *expression, int32_t limit, UErrorCode *status) {
  uregex_setTimeLimit(expression, limit, status);
}
static inline void calque_uregex_set_stack_limit(URegularExpression *expression, int32_t limit, UErrorCode *status) {
  uregex_setStackLimit(expression, limit, status);
}
static inline void calque_uregex_set_text(URegularExpression *expression, UText *text, UErrorCode *status) {
  uregex_setUText(expression, text, status);
}
static inline bool calque_uregex_find_next(URegularExpression *expression, UErrorCode *status) {
  return uregex_findNext(expression, status);
}
static inline bool calque_uregex_find(URegularExpression *expression, int64_t start, UErrorCode *status) {
  return uregex_find64(expression, start, status);
}
static inline bool calque_uregex_matches(URegularExpression *expression, UErrorCode *status) {
  return uregex_matches64(expression, 0, status);
}
static inline int32_t calque_uregex_group_count(URegularExpression *expression, UErrorCode *status) {
  return uregex_groupCount(expression, status);
}
static inline int64_t calque_uregex_start(URegularExpression *expression, int32_t group, UErrorCode *status) {
  return uregex_start64(expression, group, status);
}
static inline int64_t calque_uregex_end(URegularExpression *expression, int32_t group, UErrorCode *status) {
  return uregex_end64(expression, group, status);
}

// Confusable characters.

static inline USpoofChecker *calque_uspoof_open(UErrorCode *status) { return uspoof_open(status); }
static inline void calque_uspoof_close(USpoofChecker *checker) { uspoof_close(checker); }
static inline void calque_uspoof_set_restriction(USpoofChecker *checker, URestrictionLevel level, UErrorCode *status) {
  uspoof_setChecks(checker, USPOOF_RESTRICTION_LEVEL, status);
  uspoof_setRestrictionLevel(checker, level);
}
static inline int32_t calque_uspoof_check(
    const USpoofChecker *checker, const char *bytes, int32_t count, UErrorCode *status) {
  return uspoof_check2UTF8(checker, bytes, count, NULL, status);
}
static inline int32_t calque_uspoof_skeleton(
    const USpoofChecker *checker, const char *bytes, int32_t count, char *target, int32_t capacity,
    UErrorCode *status) {
  return uspoof_getSkeletonUTF8(checker, 0, bytes, count, target, capacity, status);
}

// Transliteration.

// A transliterator is a plain pointer here: UTransliterator is void * by another name.
static inline void *calque_utrans_open(const UChar *id, int32_t count, UErrorCode *status) {
  return utrans_openU(id, count, UTRANS_FORWARD, NULL, 0, NULL, status);
}
static inline void calque_utrans_close(void *transliterator) { utrans_close((UTransliterator *)transliterator); }
static inline void calque_utrans_apply(
    const void *transliterator, UChar *text, int32_t *count, int32_t capacity, UErrorCode *status) {
  int32_t limit = *count;
  utrans_transUChars((const UTransliterator *)transliterator, text, count, capacity, 0, &limit, status);
}

// Character sets.

static inline UCharsetDetector *calque_ucsdet_open(UErrorCode *status) { return ucsdet_open(status); }
static inline void calque_ucsdet_close(UCharsetDetector *detector) { ucsdet_close(detector); }
static inline void calque_ucsdet_set_text(
    UCharsetDetector *detector, const char *bytes, int32_t count, UErrorCode *status) {
  ucsdet_setText(detector, bytes, count, status);
}
static inline const UCharsetMatch *calque_ucsdet_detect(UCharsetDetector *detector, UErrorCode *status) {
  return ucsdet_detect(detector, status);
}
static inline const char *calque_ucsdet_name(const UCharsetMatch *match, UErrorCode *status) {
  return ucsdet_getName(match, status);
}
static inline int32_t calque_ucsdet_confidence(const UCharsetMatch *match, UErrorCode *status) {
  return ucsdet_getConfidence(match, status);
}

static inline UConverter *calque_ucnv_open(const char *name, UErrorCode *status) { return ucnv_open(name, status); }
static inline void calque_ucnv_close(UConverter *converter) { ucnv_close(converter); }
/// Makes the converter stop at the first malformed sequence instead of writing U+FFFD.
static inline void calque_ucnv_make_strict(UConverter *converter, UErrorCode *status) {
  ucnv_setToUCallBack(converter, UCNV_TO_U_CALLBACK_STOP, NULL, NULL, NULL, status);
}
static inline void calque_ucnv_to_unicode(
    UConverter *converter, UChar **target, const UChar *target_limit, const char **source, const char *source_limit,
    bool flush, UErrorCode *status) {
  ucnv_toUnicode(converter, target, target_limit, source, source_limit, NULL, flush, status);
}
/// The number of bytes in the malformed sequence at which the converter stopped.
static inline int32_t calque_ucnv_invalid_count(const UConverter *converter) {
  char bytes[32];
  int8_t count = sizeof bytes;
  UErrorCode status = U_ZERO_ERROR;
  ucnv_getInvalidChars(converter, bytes, &count, &status);
  return status <= U_ZERO_ERROR ? count : 0;
}
