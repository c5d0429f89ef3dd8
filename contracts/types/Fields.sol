// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

/// A value given to a setter does not fit its field.
error FieldOverflow();

/// An index given to an accessor is not below the field's count.
error FieldIndex();
