// The rows that recording one person leaves behind, as bare statements: what the machine's ceiling is measured with. The same
// tables, indexes, number of rows and sizes; no sealing, hashing, JSON or HTTP. Counted on a person with two given names, two
// surnames, RUN, telephone and birth date, recorded under an Idempotency-Key.
#pragma once
#include <array>
#include <cstdint>
#include <cstdio>
#include <cstring>
#include <random>
#include <string>
#include <vector>

namespace bench {

enum class Kind { person, institution, thread, entry, fresh_id, text, number, bytes };

struct Cell {
    Kind kind;
    const char* text = "";
    int size = 0;
};

struct Statement {
    const char* sql;
    std::vector<Cell> cells;
    int times = 1;
};

inline const std::vector<Statement>& statements() {
    using enum Kind;
    static const std::vector<Statement> all = {
        {"INSERT INTO idempotency (user_id, key, route, request_mac, ref, expires_at) VALUES ($1, $2, $3, $4, $5, $6) ON "
         "CONFLICT DO NOTHING",
         {{institution}, {fresh_id}, {text, "/api/v1/people"}, {bytes, "", 32}, {person}, {number}}},
        {"INSERT INTO thread (id, code, created_at) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING",
         {{thread}, {fresh_id}, {number}}},
        {"INSERT INTO audit_entry (id, institution_id, at, user_id, acting_for, action, subject_id, person_id, fields, mac) "
         "VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
         {{entry},
          {institution},
          {number},
          {institution},
          {institution},
          {text, "person.create"},
          {person},
          {person},
          {text, "identified"},
          {bytes, "", 32}}},
        {"INSERT INTO audit_pending (entry_id, institution_id) VALUES ($1, $2)", {{entry}, {institution}}},
        {"INSERT INTO subject_key (subject_id, institution_id, epoch, wrapped) VALUES ($1, $2, $3, $4)",
         {{person}, {institution}, {number}, {bytes, "", 73}}},
        {"INSERT INTO person (id, institution_id, thread_id, identity_level, identity, created_at, updated_at, version, "
         "audit_id) "
         "VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
         {{person}, {institution}, {thread}, {text, "identified"}, {bytes, "", 297}, {number}, {number}, {number}, {entry}}},
        {"INSERT INTO person_key (institution_id, kind, key, created_at, person_id) VALUES ($1, $2, $3, $4, $5) ON CONFLICT "
         "DO NOTHING",
         {{institution}, {text, "names"}, {bytes, "", 16}, {number}, {person}},
         15},
        {"INSERT INTO network_key (key, person_id, institution_id) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING",
         {{bytes, "", 16}, {person}, {institution}}},
    };
    return all;
}

/// The values of one person's rows: ids that grow with time, as UUIDv7 do, and random bytes.
class Person {
  public:
    explicit Person(std::uint64_t seed) : random_(seed) {}

    void begin() {
        ++number_;
        for (auto* id : {&person_, &thread_, &entry_}) *id = new_id();
    }
    /// Text and bytes; for a number, see `number`.
    std::string text(const Cell& cell) {
        switch (cell.kind) {
            case Kind::person: return person_;
            case Kind::thread: return thread_;
            case Kind::entry: return entry_;
            case Kind::institution: return "0193f3a0-0000-7000-8000-000000000001";
            case Kind::fresh_id: return new_id();
            case Kind::text: return cell.text;
            case Kind::bytes: return random_bytes(cell.size);
            case Kind::number: return std::to_string(number());
        }
        return {};
    }
    std::int64_t number() const { return static_cast<std::int64_t>(number_); }

  private:
    std::string new_id() {
        std::array<char, 37> id;
        const auto tail = random_();
        std::snprintf(id.data(), id.size(), "%08x-%04x-7000-8%03x-%012llx", static_cast<unsigned>(number_ >> 16),
                      static_cast<unsigned>(number_ & 0xFFFF), static_cast<unsigned>(tail >> 48 & 0xFFF),
                      static_cast<unsigned long long>(tail & 0xFFFFFFFFFFFF));
        return id.data();
    }
    std::string random_bytes(int size) {
        std::string bytes(static_cast<std::size_t>(size), '\0');
        for (std::size_t at = 0; at < bytes.size(); at += 8) {
            const auto value = random_();
            std::memcpy(bytes.data() + at, &value, std::min<std::size_t>(8, bytes.size() - at));
        }
        return bytes;
    }

    std::mt19937_64 random_;
    std::uint64_t number_ = 0;
    std::string person_, thread_, entry_;
};

}  // namespace bench
