// The part of reading that is the same for every type; `read.hpp` has the part that differs.
#pragma once
#include <cstdint>
#include <limits>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "platform/json/words.hpp"

namespace boost::json {
class value;
}

namespace hebra::json {

/// A value of a parsed document and where it stands. Nodes are linked through the stack of the reader, so that a path
/// costs nothing until an error needs it.
class Node {
  public:
    explicit Node(const boost::json::value& value) : value_(&value) {}

    bool is_null() const;
    bool is_object() const;
    bool is_list() const;
    /// Members of an object or items of a list; 0 for others.
    std::size_t size() const;
    /// The i-th item of a list.
    Node item(std::size_t i) const;
    /// The i-th member of an object.
    Node member(std::size_t i) const;
    std::optional<Node> find(std::string_view name) const;
    /// A member's name.
    std::string_view name() const { return name_; }
    /// RFC 6901.
    std::string pointer() const;
    const boost::json::value& value() const { return *value_; }

  private:
    friend class Reader;
    static constexpr std::size_t k_no_index = std::numeric_limits<std::size_t>::max();
    Node(const boost::json::value& value, const Node* parent, std::string_view name, std::size_t index)
        : value_(&value), parent_(parent), name_(name), index_(index) {}

    const boost::json::value* value_;
    const Node* parent_ = nullptr;
    std::string_view name_;
    std::size_t index_ = k_no_index;
};

/// How scalars are spelled: as JSON values, or all as text (a query string).
enum class Spelling { json, text };

/// What becomes of a member that the type does not have.
enum class Unknown { ignored, refused };

class Reader;
using ReadFunction = void (*)(Reader&, const Node&, void* object);

/// How one member of a described struct is read.
struct ReadMember {
    std::string_view name;
    bool may_be_absent;
    bool may_be_null;
    bool is_list;  ///< absent from a query, it is empty
    ReadFunction read;
};

/// Collects what is wrong with one document, and reads its scalars.
/// Every `read_…` returns false after noting why; the target is then unchanged.
class Reader {
  public:
    Reader(Spelling spelling, Unknown unknown) : spelling_(spelling), unknown_(unknown) {}

    void refuse(const Node& at, const Word& word);
    /// What a value type said, its own fields below this place.
    void refuse(const Node& at, const Refusal& refusal);
    void refuse_missing(const Node& object, std::string_view name);
    bool is_full() const { return errors_.size() >= k_max_errors; }

    bool read_text(const Node& node, std::size_t max_bytes, std::string_view& into);
    bool read_boolean(const Node& node, bool& into);
    bool read_double(const Node& node, double& into);
    bool read_signed(const Node& node, std::int64_t least, std::int64_t most, std::int64_t& into);
    bool read_unsigned(const Node& node, std::uint64_t most, std::uint64_t& into);
    bool read_raw(const Node& node, std::string& into);
    /// Whether the node is a list (or a map) of acceptable size; notes why not. In a query a lone text is a list of one.
    bool check_list(const Node& node);
    bool check_map(const Node& node);
    bool is_lone_item(const Node& node) const { return spelling_ == Spelling::text && !node.is_list(); }

    void read_members(const Node& node, std::span<const ReadMember> members, void* object);

    /// The refusal of the whole document, or nothing if all was well.
    Result<> finish() &&;

  private:
    std::string pointer_of(const Node& node) const;
    void refuse_unknown(const Node& node, std::span<const ReadMember> members);

    Spelling spelling_;
    Unknown unknown_;
    std::vector<FieldError> errors_;
};

/// Parses and reads a whole document. Malformed text is refused as `malformed`, unacceptable content as `invalid`.
Result<> read_document(std::string_view text, void* into, ReadFunction read, Unknown unknown);

/// One "name=value" of a query string, decoded.
struct Parameter {
    std::string name;
    std::string value;
};

/// Reads a struct from a query string. A repeated name is a list; a name that no member carries is refused.
/// Pointers are "?name".
Result<> read_query(std::span<const Parameter> query, std::span<const ReadMember> members, void* into);

}  // namespace hebra::json
