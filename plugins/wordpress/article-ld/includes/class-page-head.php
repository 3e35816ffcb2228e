<?php
/**
 * Where the JSON-LD goes: into Yoast's graph if there is one, else into a script element of its own.
 *
 * @package Article_LD
 */

namespace Article_LD;

defined( 'ABSPATH' ) || exit;

/**
 * A page describes its article once.
 */
class Page_Head {

	/** @var bool Whether this page's JSON-LD stands in Yoast's graph already. */
	private $merged = false;

	/** Yoast prints its graph at the beginning of the head; ours comes late, when it is known whether it is needed. */
	public function register() {
		add_filter( 'wpseo_schema_graph', array( $this, 'merge' ), 20, 2 );
		add_action( 'wp_head', array( $this, 'show' ), 99 );
	}

	/**
	 * Yoast's graph, completed by ours.
	 *
	 * @param mixed  $graph   The nodes of Yoast's graph.
	 * @param object $context What it describes; its indexable names the post.
	 * @return mixed
	 */
	public function merge( $graph, $context = null ) {
		$indexable = isset( $context->indexable ) ? $context->indexable : null;
		if ( ! is_array( $graph ) || ! $indexable || 'post' !== $indexable->object_type ) {
			return $graph;
		}
		$document = Documents::of( (int) $indexable->object_id );
		if ( ! $document ) {
			return $graph;
		}
		$this->merged = $this->merged || get_queried_object_id() === (int) $indexable->object_id;
		return ( new Yoast_Graph( $graph ) )->merged( $document );
	}

	/** Prints our script element, unless Yoast's graph holds it. */
	public function show() {
		if ( $this->merged || ! is_singular( 'post' ) ) {
			return;
		}
		$document = Documents::of( get_queried_object_id() );
		if ( $document ) {
			// The JSON has no character that could end the element.
			echo '<script type="application/ld+json" data-generator="article-ld">' . $document->json() . "</script>\n"; // phpcs:ignore WordPress.Security.EscapeOutput
		}
	}
}
