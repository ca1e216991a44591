// What the use cases of a contact share while they change it. Inside this room only.
#pragma once
#include "features/attention/contacts.hpp"
#include "features/attention/sealing.hpp"

namespace hebra::attention {

/// One change of a contact on its way into the database.
struct Contacts::Revision {
    std::string_view action;          ///< of the audit
    std::vector<std::string> fields;
    int seen;
    Refused when_changed;             ///< PATCH says stale, a move conflict
    std::optional<Private> reason = {};      ///< keeps what it said before beside it
    std::optional<std::string> draft = {};
    std::optional<UserId> colleague = {};    ///< who goes on with it
    std::optional<Holder> holder = {};       ///< seals it from now on, when it changes
};

/// Everything else that was sealed with the contact, sealed anew.
struct Contacts::Resealed {
    struct Version {
        int version;
        Bytes content;
    };
    struct Attachment {
        AttachmentId id;
        Bytes name;
        Bytes blob_key;
    };
    std::vector<Version> earlier;
    std::vector<Attachment> attachments;
};

}  // namespace hebra::attention
