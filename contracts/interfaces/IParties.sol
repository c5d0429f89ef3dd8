// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {EntryId} from "../types/EntryId.sol";
import {Signatories} from "../types/Signatories.sol";
import {Accreditation, Mandate, Members, Officer, Party, Shares} from "../types/words/Parties.sol";

/// Parties, their officers, accreditations and mandates. Acts take effect at block time: `at` is 0.
///
/// A party number with the top bit set means so many lines back in the book, so that one filing can admit a party and bind
/// its officers.
interface IParties {
    /// Line of the book whose number is a party's.
    event PartyNumbered(
        bytes32 indexed subject, uint24 indexed line, uint24 indexed ref, Signatories by, uint40 at, uint24 none
    );

    /// Line of the book for an officer of `party`; `ref` is its number: the line's own, or the one it had when it comes back.
    event OfficerNumbered(
        bytes32 indexed subject, uint24 indexed line, uint24 indexed ref, Signatories by, uint40 at, uint24 party
    );

    /// @param identifier a legal person: keccak256 of the credit code; a natural person: keyed by the operator
    /// @param name keccak256 of the public name; salted for natural persons
    event PartyAdmitted(
        bytes32 indexed subject, uint24 indexed line, uint24 indexed ref, Signatories by, uint40 at, Party party,
        bytes32 identifier, uint8 alg, bytes32 name, bytes32 certificate
    );

    event PartyChanged(
        bytes32 indexed subject, uint24 indexed line, uint24 indexed ref, Signatories by, uint40 at, Party party, uint8 alg,
        bytes32 reason
    );

    /// A joint holding 共有 came into being; it never changes.
    event JointFormed(
        bytes32 indexed subject, uint24 indexed line, uint24 indexed ref, Signatories by, uint40 at, Party party,
        Members members, Shares shares, uint8 alg, bytes32 agreement
    );

    /// @param key keccak256 of the ERC-7913 signer
    /// @param person digest of who it is, salted per party
    event OfficerBound(
        bytes32 indexed subject, uint24 indexed line, uint24 indexed ref, Signatories by, uint40 at, Officer officer,
        bytes32 key, bytes32 person, uint8 alg, bytes32 certificate
    );

    /// Powers, term or key of an officer changed; out of office when `until` has passed.
    event OfficerChanged(
        bytes32 indexed subject, uint24 indexed line, uint24 indexed ref, Signatories by, uint40 at, Officer officer,
        bytes32 key, uint8 alg, bytes32 reason
    );

    /// `ref` is the kind. (SM-13)
    event Accredited(
        bytes32 indexed subject, uint24 indexed line, uint24 indexed ref, Signatories by, uint40 at,
        Accreditation accreditation, uint24 authority, uint8 alg, bytes32 certificate
    );

    /// A registrar's open cases and files went to its successor, who keeps its entries from now on; `ref` is the kind of
    /// accreditation, `root` the Merkle root over what was handed over, `plan` the digest of the approved plan of exit. (rule 5)
    event RegistrarHandedOver(
        bytes32 indexed subject, uint24 indexed line, uint24 indexed ref, Signatories by, uint40 at,
        Accreditation accreditation, uint24 authority, uint24 cases, uint24 credentials, uint8 alg, bytes32 root, bytes32 plan
    );

    /// Line of the principal; `ref` is the agent. `entry` 0 means all.
    event MandateChanged(
        bytes32 indexed subject, uint24 indexed line, uint24 indexed ref, Signatories by, uint40 at, Mandate mandate,
        EntryId entry, uint8 alg, bytes32 document
    );

    error NotAnAuthority(uint256 authority);
    error OperatorsOwn();
    error MembersDisordered();
    error SharesNotWhole(uint256 sum);
    error NotAMember(uint256 party);
    error AgentIsPrincipal();
    error NoSuchMandate(uint256 principal, uint256 agent);
    error NotHandedOver(uint256 registrar);
    error NotExiting(uint256 registrar);
    error HandOverTooEarly(uint256 earliest);
    error OwnSuccessor(uint256 registrar);

    /// Admits a party. Two officers of the operator with ADMIT.
    function admit(
        Signatories by, uint40 at, Party party, bytes32 identifier, uint8 alg, bytes32 name, bytes32 certificate
    ) external;

    /// Changes roles, status or the term of identity verification. Two officers of the operator with ADMIT. The operator
    /// itself stays active and without a term.
    function amend(Signatories by, uint40 at, uint24 party, Party word, uint8 alg, bytes32 reason) external;

    /// Forms a joint holding of two to eight parties, none of them joint. Every member with DISPOSE.
    function join(Signatories by, uint40 at, Members members, Shares shares, uint8 alg, bytes32 agreement) external;

    /// Binds an officer; a person who was one of the party before has the same number again. Two officers of the operator with
    /// ADMIT, or two of the party with BIND. (rule 3)
    /// @param officer party, powers and term; its key is taken from `key`
    function bind(
        Signatories by, uint40 at, Officer officer, bytes32 key, bytes32 person, uint8 alg, bytes32 certificate
    ) external;

    /// Gives an officer a new key. The officer itself, two of its party with BIND, or two of the operator with ADMIT.
    function rotate(Signatories by, uint40 at, uint24 officer, bytes32 key, uint8 alg, bytes32 reason) external;

    /// Changes an officer's powers and term. Two officers of the operator with ADMIT, or two of the party with BIND.
    function empower(Signatories by, uint40 at, uint24 officer, uint32 powers, uint40 until, uint8 alg, bytes32 reason) external;

    /// Puts an officer out of office. The officer itself, one of its party with BIND (of the operator two), or two of the
    /// operator with ADMIT.
    function revoke(Signatories by, uint40 at, uint24 officer, uint8 alg, bytes32 reason) external;

    /// Grants, suspends or ends an accreditation. Two officers with ADMIT of the operator or of a regulator.
    /// A registrar is handed over by `handOver` only, and has exited only after that. (rule 5)
    /// @param accreditation successor and exiting are zero: the ledger fills them in
    function accredit(
        Signatories by, uint40 at, uint24 party, uint8 kind, Accreditation accreditation, uint24 authority, uint8 alg,
        bytes32 certificate
    ) external;

    /// Hands an exiting registrar's open cases and files to its successor, six months after the exit was announced at the
    /// earliest. Two officers with APPROVE of each, two with ADMIT of a regulator. Credentials stay as they are. (rule 5)
    /// @param cases how many open cases, `credentials` how many credentials `root` stands for
    function handOver(
        Signatories by, uint40 at, uint24 registrar, uint24 successor, uint24 authority, uint24 cases, uint24 credentials,
        uint8 alg, bytes32 root, bytes32 plan
    ) external;

    /// Gives a mandate, or revokes one that was given. The principal's own officer with MANDATE; revoking also the agent's.
    function mandate(
        Signatories by, uint40 at, uint24 principal, uint24 agent, EntryId entry, Mandate word, uint8 alg, bytes32 document
    ) external;
}
