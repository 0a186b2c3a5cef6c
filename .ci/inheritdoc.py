#!/usr/bin/env python3
"""Writes out <inheritdoc cref="…"/> in files of XML documentation.

As the compiler's rules have it, what a member documents itself wins over what it inherits. docfx takes both, and warns of the
second <param> of a name. What is inherited from other assemblies is left to docfx.
"""
import sys
import xml.etree.ElementTree as xml


def key(element):
    return element.tag, element.get("name"), element.get("cref")


def resolve(member, members, seen):
    for reference in [child for child in member if child.tag == "inheritdoc" and child.get("cref") in members]:
        source = members[reference.get("cref")]
        if source is member or source in seen:
            continue
        resolve(source, members, seen + [member])
        member.remove(reference)
        own = {key(child) for child in member}
        has_text = {child.tag for child in member} & {"summary", "returns", "remarks", "value"}
        member.extend(child for child in source if key(child) not in own and child.tag not in has_text)


for path in sys.argv[1:]:
    tree = xml.parse(path)
    members = {member.get("name"): member for member in tree.iter("member")}
    for member in members.values():
        resolve(member, members, [])
    tree.write(path, encoding="utf-8", xml_declaration=True)
