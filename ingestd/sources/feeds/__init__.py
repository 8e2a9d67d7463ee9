"""What a feed says, out of its bytes: RSS, Atom, RDF and JSON Feed, as broken as they come."""
