<?php
/**
 * The JSON-LD of one article, as web pages have it.
 *
 * @package Article_LD
 */

namespace Article_LD;

defined( 'ABSPATH' ) || exit;

/**
 * A tree of schema.org nodes, the article at its root; its context is that of the whole page, https://schema.org.
 */
class Document {

	/** What an article may be called, in our documents and in those of others. */
	const ARTICLES = array( 'Article', 'NewsArticle', 'ReportageNewsArticle', 'AnalysisNewsArticle', 'OpinionNewsArticle', 'BackgroundNewsArticle', 'ReviewNewsArticle', 'BlogPosting', 'LiveBlogPosting', 'SocialMediaPosting', 'TechArticle', 'ScholarlyArticle', 'Report' );

	/** Our prefix in the files of article-ld: schema.org's context has none for it. */
	const ITEM = 'http://www.wikidata.org/entity/';

	/** @var array The article, without a context. */
	public $article;

	/**
	 * Takes the article as it is.
	 *
	 * @param array $article The root of the tree.
	 */
	private function __construct( array $article ) {
		$this->article = $article;
	}

	/**
	 * The document that *json* holds; null if it is none, or describes no article.
	 *
	 * @param string $json What `article-ld build`, `/annotate` or `article-ld serve` gave.
	 * @return self|null
	 */
	public static function read( $json ) {
		$article = json_decode( $json, true );
		if ( ! is_array( $article ) || ! self::is_article( $article ) ) {
			return null;
		}
		unset( $article['@context'] );
		return new self( self::expanded( $article ) );
	}

	/**
	 * Whether a node is an article.
	 *
	 * @param mixed $node A node of JSON-LD.
	 */
	public static function is_article( $node ) {
		return is_array( $node ) && array_intersect( self::types( $node ), self::ARTICLES );
	}

	/**
	 * The types of a node.
	 *
	 * @param array $node A node of JSON-LD.
	 * @return string[]
	 */
	public static function types( array $node ) {
		return isset( $node['@type'] ) ? (array) $node['@type'] : array();
	}

	/** The document as it stands in a script element, in which nothing can end the script. */
	public function json() {
		$document = array_merge( array( '@context' => 'https://schema.org' ), $this->article );
		return wp_json_encode( $document, JSON_HEX_TAG | JSON_HEX_AMP | JSON_UNESCAPED_SLASHES );
	}

	/**
	 * A value with whole addresses of Wikidata's items, and with the pages of these items where they are described.
	 *
	 * @param mixed $value A value of JSON-LD.
	 * @return mixed
	 */
	private static function expanded( $value ) {
		if ( ! is_array( $value ) ) {
			return $value;
		}
		$value = array_map( array( self::class, 'expanded' ), $value );
		if ( ! isset( $value['@id'] ) || ! preg_match( '~^(?:wd:|' . self::ITEM . ')(Q[1-9][0-9]*)$~', $value['@id'], $item ) ) {
			return $value;
		}
		$value['@id'] = self::ITEM . $item[1];
		if ( count( $value ) > 1 && ! isset( $value['sameAs'] ) ) {
			$value['sameAs'] = 'https://www.wikidata.org/wiki/' . $item[1];
		}
		return $value;
	}
}
