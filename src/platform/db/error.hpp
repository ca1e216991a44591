// How the database breaks. Refusals are not here: they are Result values.
#pragma once
#include <stdexcept>

namespace hebra::db {

/// A defect of ours (wrong SQL, wrong type, missing argument) or of the machine. Names the statement, never a value:
/// the text may be logged.
class Error : public std::runtime_error {
  public:
    using std::runtime_error::runtime_error;
};

/// The machine cannot do it now: disk full, connection lost, too busy. The dispatcher answers 503; the caller may
/// repeat with the same idempotency key. A write that failed so may, rarely, have been committed.
class Unavailable : public Error {
  public:
    using Error::Error;
};

/// What `Database::fail_statement` throws.
class InjectedFailure : public Error {
  public:
    using Error::Error;
};

}  // namespace hebra::db
