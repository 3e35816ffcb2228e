<?php
/**
 * Yoast's graph and our document as one.
 *
 * @package Article_LD
 */

namespace Article_LD;

defined( 'ABSPATH' ) || exit;

/**
 * Nothing of Yoast's graph is lost or overruled. Lists of what the article is about and consists of take the values
 * of both; a node of ours with type and name of one of Yoast's is that one.
 */
class Yoast_Graph {

	/** Properties of the article that take the values of both. */
	const SHARED = array( 'about', 'mentions', 'hasPart', 'sameAs' );

	/** @var array[] Yoast's nodes. */
	private $graph;

	/** @var array<string, string> Names that our nodes get, by their own. */
	private $renamed = array();

	/** @var array<string, array> Our nodes, by name, with references in the place of what they hold. */
	private $nodes = array();

	/**
	 * Takes the graph as the filter gives it.
	 *
	 * @param array[] $graph Yoast's nodes.
	 */
	public function __construct( array $graph ) {
		$this->graph = array_values( $graph );
	}

	/**
	 * The graph with the nodes of *document*.
	 *
	 * @param Document $document Ours.
	 * @return array[]
	 */
	public function merged( Document $document ) {
		$place = $this->place_of( array( Document::class, 'is_article' ) );
		if ( null === $place ) {
			return array_merge( $this->graph, array( $document->article ) );
		}
		$theirs = $this->graph[ $place ];
		$this->find_counterparts( $document->article );
		if ( isset( $document->article['@id'], $theirs['@id'] ) ) {
			$this->renamed[ $document->article['@id'] ] = $theirs['@id'];
		}
		$ours = array();
		foreach ( $document->article as $property => $value ) {
			$ours[ $property ] = $this->flat( $value );
		}
		$this->graph[ $place ] = self::completed( $theirs, $ours );
		$this->add_what_is_referred_to( $this->graph[ $place ] );
		return $this->graph;
	}

	/**
	 * The index of the first of Yoast's nodes that is wanted, or null.
	 *
	 * @param callable $is_wanted Takes a node.
	 * @return int|null
	 */
	private function place_of( $is_wanted ) {
		foreach ( $this->graph as $place => $node ) {
			if ( $is_wanted( $node ) ) {
				return $place;
			}
		}
		return null;
	}

	/**
	 * Notes which of our nodes are Yoast's own: they share a type and the name.
	 *
	 * @param mixed $value A value of our document.
	 */
	private function find_counterparts( $value ) {
		if ( ! is_array( $value ) ) {
			return;
		}
		foreach ( isset( $value['@id'], $value['name'] ) ? $this->graph : array() as $node ) {
			$same = isset( $node['@id'], $node['name'] ) && $node['name'] === $value['name'];
			if ( $same && array_intersect( Document::types( $node ), Document::types( $value ) ) ) {
				$this->renamed[ $value['@id'] ] = $node['@id'];
				break;
			}
		}
		array_map( array( $this, 'find_counterparts' ), $value );
	}

	/**
	 * A value with references in the place of nodes, which are kept.
	 *
	 * @param mixed $value A value of our document.
	 * @return mixed
	 */
	private function flat( $value ) {
		if ( ! is_array( $value ) ) {
			return $value;
		}
		if ( ! isset( $value['@id'] ) ) {
			return array_map( array( $this, 'flat' ), $value );
		}
		$name = isset( $this->renamed[ $value['@id'] ] ) ? $this->renamed[ $value['@id'] ] : $value['@id'];
		if ( count( $value ) > 1 ) {
			unset( $value['@id'] );
			$this->nodes[ $name ] = array_merge( array( '@id' => $name ), array_map( array( $this, 'flat' ), $value ) );
		}
		return array( '@id' => $name );
	}

	/**
	 * Yoast's article with what ours has besides.
	 *
	 * @param array $theirs Yoast's.
	 * @param array $ours   Ours.
	 * @return array
	 */
	private static function completed( array $theirs, array $ours ) {
		unset( $ours['@id'] );
		foreach ( self::SHARED as $property ) {
			if ( isset( $theirs[ $property ], $ours[ $property ] ) ) {
				$theirs[ $property ] = self::without_repetition( array_merge( self::listed( $theirs[ $property ] ), self::listed( $ours[ $property ] ) ) );
			}
		}
		return $theirs + $ours;
	}

	/**
	 * Adds our nodes that *value* leads to; those that Yoast has get what they lack.
	 *
	 * @param mixed $value A value of the graph.
	 */
	private function add_what_is_referred_to( $value ) {
		if ( ! is_array( $value ) ) {
			return;
		}
		$name = isset( $value['@id'] ) ? $value['@id'] : '';
		if ( isset( $this->nodes[ $name ] ) ) {
			$node = $this->nodes[ $name ];
			unset( $this->nodes[ $name ] );
			$place = $this->place_of(
				static function ( $theirs ) use ( $name ) {
					return isset( $theirs['@id'] ) && $theirs['@id'] === $name;
				}
			);
			if ( null === $place ) {
				$this->graph[] = $node;
			} else {
				$this->graph[ $place ] += $node;
			}
			$value = $node;
		}
		array_map( array( $this, 'add_what_is_referred_to' ), $value );
	}

	/**
	 * A value as a list.
	 *
	 * @param mixed $value A value of JSON-LD.
	 * @return array
	 */
	private static function listed( $value ) {
		return is_array( $value ) && array_keys( $value ) === range( 0, count( $value ) - 1 ) ? $value : array( $value );
	}

	/**
	 * A list in which no value and no reference comes twice.
	 *
	 * @param array $values Values of JSON-LD.
	 * @return array
	 */
	private static function without_repetition( array $values ) {
		$seen = array();
		foreach ( $values as $value ) {
			$seen[ isset( $value['@id'] ) ? $value['@id'] : wp_json_encode( $value ) ] = $value;
		}
		return array_values( $seen );
	}
}
