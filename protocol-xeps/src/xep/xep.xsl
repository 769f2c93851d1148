<?xml version='1.0' encoding='UTF-8'?>
<!-- Renders a XEP (the XSF's format) as one HTML page that needs nothing else: no scripts, no fonts, no network. -->
<xsl:stylesheet version='1.0' xmlns:xsl='http://www.w3.org/1999/XSL/Transform'>
  <xsl:output method='html' encoding='UTF-8' indent='no' doctype-system='about:legacy-compat'/>

  <xsl:template match='/xep'>
    <html lang='en'>
      <head>
        <meta name='viewport' content='width=device-width, initial-scale=1'/>
        <title><xsl:apply-templates select='.' mode='name'/></title>
        <style>
          :root { color-scheme: light dark; }
          body { font: 1rem/1.5 system-ui, sans-serif; max-width: 50rem; margin: 2rem auto; padding: 0 1rem; }
          h1 { line-height: 1.2; }
          h2 { border-bottom: thin solid; margin-top: 2.5rem; }
          code, pre { font-family: ui-monospace, monospace; font-size: .875rem; }
          figure { margin: 1rem 0; border-inline-start: .25rem solid #4a7ebb; padding-inline-start: 1rem; }
          figcaption { font-weight: bold; }
          pre { overflow-x: auto; margin: .5rem 0; }
          table { border-collapse: collapse; }
          th, td { border: thin solid; padding: .25rem .5rem; text-align: start; vertical-align: top; }
          caption { font-weight: bold; text-align: start; }
          dl { display: grid; grid-template-columns: max-content 1fr; gap: 0 1rem; }
          dd { margin: 0; }
          nav ol { list-style: none; padding-inline-start: 1rem; }
        </style>
      </head>
      <body>
        <header>
          <h1><xsl:apply-templates select='.' mode='name'/></h1>
          <p><xsl:value-of select='header/abstract'/></p>
          <xsl:apply-templates select='header' mode='facts'/>
        </header>
        <nav aria-labelledby='contents'>
          <h2 id='contents'>Contents</h2>
          <ol><xsl:apply-templates select='section1' mode='contents'/></ol>
        </nav>
        <main><xsl:apply-templates select='section1'/></main>
        <footer>
          <h2>Legal Notices</h2>
          <xsl:for-each select='header/legal/*'>
            <p><xsl:apply-templates/></p>
          </xsl:for-each>
          <h2>Revision History</h2>
          <xsl:for-each select='header/revision'>
            <h3>
              <xsl:value-of select="concat('Version ', version, ' (', date, ')')"/>
            </h3>
            <xsl:apply-templates select='remark/*'/>
          </xsl:for-each>
        </footer>
      </body>
    </html>
  </xsl:template>

  <xsl:template match='xep' mode='name'>
    <xsl:value-of select="concat('XEP-', header/number, ': ', header/title)"/>
  </xsl:template>

  <xsl:template match='header' mode='facts'>
    <dl>
      <dt>Status</dt><dd><xsl:value-of select='status'/></dd>
      <dt>Type</dt><dd><xsl:value-of select='type'/></dd>
      <dt>Short name</dt><dd><xsl:value-of select='shortname'/></dd>
      <dt>Depends on</dt>
      <dd>
        <xsl:for-each select='dependencies/spec'>
          <xsl:if test='position() &gt; 1'>, </xsl:if>
          <xsl:value-of select='.'/>
        </xsl:for-each>
      </dd>
      <dt>Authors</dt>
      <dd>
        <xsl:for-each select='author'>
          <xsl:if test='position() &gt; 1'>, </xsl:if>
          <xsl:value-of select="concat(firstname, ' ', surname)"/>
        </xsl:for-each>
      </dd>
    </dl>
  </xsl:template>

  <xsl:template match='section1|section2|section3|section4' mode='contents'>
    <li>
      <xsl:apply-templates select='.' mode='number'/>
      <a href='#{@anchor}'><xsl:value-of select='@topic'/></a>
      <xsl:if test='section2|section3'>
        <ol><xsl:apply-templates select='section2|section3' mode='contents'/></ol>
      </xsl:if>
    </li>
  </xsl:template>

  <xsl:template match='section1|section2|section3|section4' mode='number'>
    <xsl:number level='multiple' count='section1|section2|section3|section4' format='1.1'/>
    <xsl:text>. </xsl:text>
  </xsl:template>

  <xsl:template match='section1|section2|section3|section4'>
    <section id='{@anchor}'>
      <xsl:element name='h{1 + number(substring(local-name(), 8))}'>
        <xsl:apply-templates select='.' mode='number'/>
        <xsl:value-of select='@topic'/>
      </xsl:element>
      <xsl:apply-templates/>
    </section>
  </xsl:template>

  <xsl:template match='example'>
    <figure>
      <figcaption>
        <xsl:text>Example </xsl:text>
        <xsl:number level='any' count='example'/>
        <xsl:text>. </xsl:text>
        <xsl:value-of select='@caption'/>
      </figcaption>
      <pre dir='ltr'><code><xsl:apply-templates select='.' mode='text'/></code></pre>
    </figure>
  </xsl:template>

  <xsl:template match='code'>
    <figure>
      <xsl:if test='@caption'>
        <figcaption><xsl:value-of select='@caption'/></figcaption>
      </xsl:if>
      <pre dir='ltr'><code><xsl:apply-templates select='.' mode='text'/></code></pre>
    </figure>
  </xsl:template>

  <!-- Without the line break that follows the start of the CDATA section. -->
  <xsl:template match='*' mode='text'>
    <xsl:choose>
      <xsl:when test="starts-with(., '&#10;')"><xsl:value-of select='substring(., 2)'/></xsl:when>
      <xsl:otherwise><xsl:value-of select='.'/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match='table'>
    <table>
      <xsl:if test='@caption'>
        <caption><xsl:value-of select='@caption'/></caption>
      </xsl:if>
      <xsl:for-each select='tr'>
        <tr>
          <xsl:for-each select='th'>
            <th scope='col'><xsl:apply-templates/></th>
          </xsl:for-each>
          <xsl:for-each select='td'>
            <td><xsl:apply-templates/></td>
          </xsl:for-each>
        </tr>
      </xsl:for-each>
    </table>
  </xsl:template>

  <xsl:template match='link'>
    <a href='{@url}'><xsl:apply-templates/></a>
  </xsl:template>

  <xsl:template match='tt'>
    <code><xsl:apply-templates/></code>
  </xsl:template>

  <xsl:template match='p|ul|ol|li|em|strong|cite|dfn|br|div|span'>
    <xsl:element name='{local-name()}'><xsl:apply-templates/></xsl:element>
  </xsl:template>

  <!-- What this stylesheet has no rule for must not vanish or pass unformatted without anybody noticing. -->
  <xsl:template match='*'>
    <xsl:message terminate='yes'>xep.xsl has no rule for &lt;<xsl:value-of select='local-name()'/>&gt;</xsl:message>
  </xsl:template>
</xsl:stylesheet>
