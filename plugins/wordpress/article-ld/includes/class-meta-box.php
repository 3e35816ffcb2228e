<?php
/**
 * What an editor sees beside a post: whether there is JSON-LD, and why not.
 *
 * @package Article_LD
 */

namespace Article_LD;

defined( 'ABSPATH' ) || exit;

/**
 * A box with the state and, for a server, a link that asks it again.
 */
class Meta_Box {

	const ACTION = 'article_ld_again';

	/** Declares the box and what its link does. */
	public function register() {
		add_action( 'add_meta_boxes_post', array( $this, 'add' ) );
		add_action( 'admin_post_' . self::ACTION, array( $this, 'ask_again' ) );
	}

	/** Adds the box. */
	public function add() {
		add_meta_box( 'article-ld', 'article-ld', array( $this, 'show' ), 'post', 'side' );
	}

	/**
	 * Prints the box.
	 *
	 * @param \WP_Post $post The post.
	 */
	public function show( $post ) {
		$error = get_post_meta( $post->ID, Annotator::ERROR, true );
		echo '<p>' . esc_html( Documents::of( $post->ID ) ? __( 'The page has JSON-LD.', 'article-ld' ) : __( 'The page has no JSON-LD of article-ld.', 'article-ld' ) ) . '</p>';
		if ( 'service' !== Settings::all()['source'] ) {
			return;
		}
		if ( $error ) {
			echo '<p class="article-ld-error">' . esc_html( $error ) . '</p>';
		}
		$link = wp_nonce_url( admin_url( 'admin-post.php?action=' . self::ACTION . '&post=' . $post->ID ), self::ACTION . $post->ID );
		echo '<p><a class="button" href="' . esc_url( $link ) . '">' . esc_html__( 'Read the post again', 'article-ld' ) . '</a></p>';
	}

	/** Sends the post once more, for who may edit it and came from the box. */
	public function ask_again() {
		$id = isset( $_GET['post'] ) ? absint( $_GET['post'] ) : 0;
		check_admin_referer( self::ACTION . $id );
		if ( ! current_user_can( 'edit_post', $id ) ) {
			wp_die( esc_html__( 'You may not edit this post.', 'article-ld' ), 403 );
		}
		( new Annotator() )->annotate( $id );
		wp_safe_redirect( get_edit_post_link( $id, 'raw' ) );
		exit;
	}
}
