<?php
/**
 * Sends posts to the server that turns them into JSON-LD.
 *
 * @package Article_LD
 */

namespace Article_LD;

defined( 'ABSPATH' ) || exit;

/**
 * A post that is saved is sent a moment later, so that saving waits for nobody.
 */
class Annotator {

	const HOOK   = 'article_ld_annotate';
	const ERROR  = '_article_ld_error';
	const DIGEST = '_article_ld_digest';

	/** How long the server may take, in seconds. */
	const PATIENCE = 30;

	/** Declares what happens when a post is saved. */
	public function register() {
		add_action( 'wp_after_insert_post', array( $this, 'saved' ), 10, 2 );
		add_action( self::HOOK, array( $this, 'annotate' ) );
	}

	/**
	 * Forgets what is known of a post whose words have changed, at once, and asks for it anew.
	 *
	 * A correction must not leave the old words in the page's data until the server has answered.
	 *
	 * @param int      $id   The post.
	 * @param \WP_Post $post The post.
	 */
	public function saved( $id, $post ) {
		if ( 'service' !== Settings::all()['source'] || wp_is_post_revision( $id ) || 'post' !== $post->post_type ) {
			return;
		}
		if ( ! Documents::is_public( $post ) ) {
			$this->forget( $id );
		} elseif ( get_post_meta( $id, self::DIGEST, true ) !== self::digest( $post ) ) {
			$this->forget( $id );
			if ( ! wp_next_scheduled( self::HOOK, array( $id ) ) ) {
				wp_schedule_single_event( time(), self::HOOK, array( $id ) );
			}
		}
	}

	/**
	 * Keeps what the server makes of a post, or the reason why there is nothing.
	 *
	 * @param int $id The post.
	 */
	public function annotate( $id ) {
		$post = get_post( $id );
		if ( 'service' !== Settings::all()['source'] || ! Documents::is_public( $post ) ) {
			return;
		}
		$answer = wp_remote_post( self::address( $post ), self::request( $post ) );
		$error  = self::error_of( $answer );
		if ( '' !== $error ) {
			update_post_meta( $id, self::ERROR, wp_slash( $error ) );
			return;
		}
		// WordPress takes one layer of backslashes away.
		update_post_meta( $id, Documents::JSON, wp_slash( wp_remote_retrieve_body( $answer ) ) );
		update_post_meta( $id, self::DIGEST, self::digest( $post ) );
		delete_post_meta( $id, self::ERROR );
	}

	/**
	 * What the server's answer lacks, in words; empty if it is a document.
	 *
	 * @param array|\WP_Error $answer The answer.
	 * @return string
	 */
	private static function error_of( $answer ) {
		if ( is_wp_error( $answer ) ) {
			return $answer->get_error_message();
		}
		$status = (int) wp_remote_retrieve_response_code( $answer );
		if ( 200 !== $status ) {
			return mb_substr( "$status: " . trim( wp_strip_all_tags( wp_remote_retrieve_body( $answer ) ) ), 0, 500 );
		}
		if ( ! Document::read( wp_remote_retrieve_body( $answer ) ) ) {
			return __( 'The answer is not the JSON-LD of an article: is this the address of /annotate?', 'article-ld' );
		}
		return '';
	}

	/**
	 * Where the post is sent, with what the page says of it.
	 *
	 * @param \WP_Post $post The post.
	 * @return string
	 */
	private static function address( $post ) {
		$given = array(
			'url'       => get_permalink( $post ),
			'date'      => get_the_date( 'Y-m-d', $post ),
			'publisher' => wp_specialchars_decode( get_bloginfo( 'name' ), ENT_QUOTES ),
			'lang'      => substr( get_bloginfo( 'language' ), 0, 2 ),
		);
		return add_query_arg( array_map( 'rawurlencode', array_filter( $given ) ), Settings::all()['service'] );
	}

	/**
	 * The post as a page, for the server to read.
	 *
	 * @param \WP_Post $post The post.
	 * @return array
	 */
	private static function request( $post ) {
		$author = get_the_author_meta( 'display_name', $post->post_author );
		$page   = sprintf(
			'<!DOCTYPE html><html><head><meta charset="utf-8"><title>%1$s</title><meta name="author" content="%2$s"></head><body><article><h1>%1$s</h1>%3$s</article></body></html>',
			esc_html( wp_strip_all_tags( get_the_title( $post ) ) ),
			esc_attr( $author ),
			apply_filters( 'the_content', $post->post_content ) // phpcs:ignore WordPress.NamingConventions -- WordPress's own.
		);
		return array(
			'body'    => $page,
			'headers' => array(
				'Accept'       => 'application/ld+json',
				'Content-Type' => 'text/html; charset=utf-8',
			),
			'timeout' => self::PATIENCE,
		);
	}

	/**
	 * What tells whether the words of a post have changed since they were sent.
	 *
	 * @param \WP_Post $post The post.
	 * @return string
	 */
	public static function digest( $post ) {
		return md5( wp_json_encode( array( $post->post_title, $post->post_content, $post->post_date, $post->post_name, $post->post_author ) ) );
	}

	/**
	 * Removes what is kept of a post.
	 *
	 * @param int $id The post.
	 */
	private function forget( $id ) {
		foreach ( array( Documents::JSON, self::ERROR, self::DIGEST ) as $key ) {
			delete_post_meta( $id, $key );
		}
	}
}
